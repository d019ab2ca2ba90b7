import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingRates } from './missing-rates.rules.ts'
import { packFigures } from './pack-figures.rules.ts'
import { packMistakes } from './pack-mistakes.rules.ts'
import { mistakeInWords } from './pack-words.rules.ts'
import { publishedSchema } from './published-schema.ts'
import { packNamed, shippedPacks } from './shipped-packs.ts'

const pack = (name: string) => packNamed(name) ?? expect.fail(`no pack ${name}`)

describe('the shipped packs', () => {
  it.each(shippedPacks().map((one) => [one.name, one] as const))('%s has no mistakes', (_name, one) => {
    expect(packMistakes(one).map(mistakeInWords)).toEqual([])
  })

  it('have 2021-ES complete, and every amount of its annex official', () => {
    expect(missingRates(pack('2021-ES')).filter(({ paid }) => paid)).toEqual([])
    const paid = packFigures(pack('2021-ES')).filter(({ path }) =>
      /rates|travel\.bands|organisational|courseFees|linguistic|organisationPer|preparatory/.test(path),
    )
    const others = paid.filter(({ figure }) => figure.state !== 'official').map(({ path }) => path)
    // Under 10 km nothing is paid by all sources but the annex itself, which begins its first band at 0.
    expect(others).toEqual(['travel.bands.0-9.standard', 'travel.bands.0-9.green'])
  })

  it('never use a range of the programme as a rate', () => {
    for (const one of shippedPacks().filter(({ callYear }) => callYear > 2021)) {
      const rates = packFigures(one).filter(({ key }) => key === 'daily-rate')
      expect(rates.map(({ figure }) => figure.value)).toEqual(Array.from({ length: 6 }, () => null))
    }
  })

  it('tell what a coordinator has to enter', () => {
    const paths = missingRates(pack('2026-ES')).map(({ path }) => path)
    expect(paths[0]).toBe('individualSupport.rates.learner.1.daily')
    expect(paths).toContain('organisationalSupport.byActivity.LM-SHORT-VET.101')
    expect(paths).not.toContain('travel.bands.500-1999.green')
  })
})

describe('packs of other agencies', () => {
  it('begin as drafts with what the programme pays everywhere and no daily rates', () => {
    const draft = pack('2021-IT')
    expect(packMistakes(draft)).toEqual([])
    expect(draft.country).toBe('IT')
    expect(draft.travel.bands[3]?.standard).toMatchObject({ value: 275, state: 'published-elsewhere' })
    expect(draft.individualSupport.rates).toEqual({ learner: {}, staff: {} })
    expect(missingRates(draft).filter(({ paid }) => paid)).toHaveLength(6)
    expect(packNamed('2021-IT')).toBe(draft)
  })
  it.each(['2027-ES', '2021-US', '2021-XX', 'ES-2021', ''])('are not made up for %j', (name) =>
    expect(packNamed(name)).toBeUndefined(),
  )
})

it('publishes the schema as it is: node scripts/write-pack-schema.ts, then oxfmt', () => {
  const file = join(import.meta.dirname, '../../../docs/rule-pack.schema.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(publishedSchema())))
})
