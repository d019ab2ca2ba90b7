import { expect, it } from 'vitest'
import { isNarrowed, stateOf } from './list-state.ts'

const from = (address: string) => {
  const search = new URLSearchParams(address)
  return stateOf((name) => search.get(name) ?? '')
}

it('reads filters, sort and columns from the address, and leaves out what it does not know', () => {
  expect(from('status=draft,selected&q=anna&sort=-name&columns=dates,turn&evil=1')).toEqual({
    filters: { status: ['draft', 'selected'], q: 'anna' },
    sort: '-name',
    columns: ['dates', 'turn'],
  })
  expect(from('sort=nonsense').sort).toBe('due')
  expect(isNarrowed(from('').filters)).toBe(false)
})
