import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealFrom } from './seal.ts'

describe('a seal', () => {
  const seal = sealFrom('one secret')
  it('opens what it closed, for the same row alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, about) => {
        const closed = seal.close(bytes, about)
        expect(seal.open(closed, about)).toEqual(Buffer.from(bytes))
        expect(seal.open(closed, `${about}x`)).toBeNull()
      }),
    )
  })
  it('never opens what was changed or sealed with another key', () => {
    const closed = seal.close(Buffer.from('CA12345AB'), 'row')
    closed[closed.length - 1] = (closed.at(-1) ?? 0) ^ 1
    expect(seal.open(closed, 'row')).toBeNull()
    expect(sealFrom('other').open(seal.close(Buffer.from('x'), 'row'), 'row')).toBeNull()
    expect(seal.open(Buffer.from('short'), 'row')).toBeNull()
  })
  it('closes the same thing differently each time', () => {
    expect(seal.close(Buffer.from('x'), 'row')).not.toEqual(seal.close(Buffer.from('x'), 'row'))
  })
})
