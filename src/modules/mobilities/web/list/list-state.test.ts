import { expect, it } from 'vitest'
import { isNarrowed, stateOf, viewState } from './list-state.ts'

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

it('keeps in a view what the address says, and the remembered columns', () => {
  const get = (name: string) => new URLSearchParams('q=anna&open=7&view=3').get(name) ?? ''
  expect(viewState(get, ['dates'])).toEqual({ q: 'anna', columns: 'dates' })
  expect(viewState(get, null)).toEqual({ q: 'anna' })
  expect(viewState(() => '', [])).toEqual({ columns: 'name' })
})
