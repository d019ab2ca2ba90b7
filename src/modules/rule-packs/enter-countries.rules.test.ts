import { expect, it } from 'vitest'
import { enterCountries, groupsOf, wrongCountries } from './enter-countries.rules.ts'
import { lookUp } from './pack-lookup.rules.ts'
import { readPack } from './read-pack.rules.ts'
import { packNamed } from './shipped-packs.ts'

const draft = packNamed('2026-IT')
if (!draft) throw new Error('no draft')

it('puts countries into groups as the annex has them, moved ones too', () => {
  expect(lookUp(draft).country.get('AL')).toBeUndefined()
  const pack = enterCountries(
    draft,
    [
      { country: 'AL', group: '3', international: true },
      { country: 'EL', group: '1' },
    ],
    'Annex 3',
  )
  expect(lookUp(pack).country.get('AL')).toMatchObject({ group: '3', international: true, state: 'entered' })
  expect(lookUp(pack).country.get('GR')).toMatchObject({ group: '1', international: false })
  expect(readPack(pack).mistakes.filter(({ level }) => level === 'error')).toEqual([])
  expect(lookUp(draft).country.get('GR')?.group).toBe('2')
})

it('says by place what cannot be', () => {
  expect(groupsOf(draft)).toEqual(['1', '2', '3'])
  expect(
    wrongCountries(draft, [
      { country: 'AL', group: '3' },
      { country: 'XX', group: '9' },
    ]),
  ).toEqual([
    { at: 1, field: 'country', code: 'no-country' },
    { at: 1, field: 'group', code: 'no-group' },
  ])
})
