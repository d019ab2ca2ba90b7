import { expect, it } from 'vitest'
import { paths, safeNext } from './paths.ts'

it.each(Object.entries(paths))('%s is an address of ours, whatever its ids hold', (_name, build) => {
  const built = (build as (...ids: string[]) => string)('a/1', 'b 2')
  expect(built).toMatch(/^\/(?!\/)/)
  expect(built).not.toContain('a/1')
  expect(built).not.toContain('b 2')
})

it('names the organisation first', () => {
  expect(paths.mobility('a', 'b')).toBe('/o/a/mobilities/b')
  expect(paths.tutor('a/1')).toBe('/t/a%2F1')
})

it('keeps the address that was asked for', () => {
  expect(paths.signIn('/o/1/mobilities?q=rossi&open=2')).toBe(
    '/sign-in?next=%2Fo%2F1%2Fmobilities%3Fq%3Drossi%26open%3D2',
  )
  expect(paths.signIn('/')).toBe('/sign-in')
})

it('never leads to another site', () => {
  expect(safeNext('/o/1')).toBe('/o/1')
  for (const wrong of [
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'o/1',
  ])
    expect(safeNext(wrong)).toBe('/')
})
