import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const door = join(import.meta.dirname, '../../server/command-line/softmob.ts')
const distance = (input: string): { status: number | null; out: string; err: string } => {
  const env = { ...process.env, SOFTMOB_DATA: '/nowhere', DATABASE_URL: '' }
  const run = spawnSync(process.execPath, [door, 'distance'], { input, encoding: 'utf8', env })
  return { status: run.status, out: run.stdout, err: run.stderr }
}

describe('softmob distance', () => {
  const verona = { city: 'Verona', country: 'IT' }
  it('answers without a database, candidates where a name is not clear', () => {
    const pairs = [
      { id: 'a', from: verona, to: { city: 'Sevilla', country: 'ES' } },
      { id: 'b', from: verona, to: { city: 'Frankfurt', country: 'DE' } },
    ]
    const { status, out } = distance(JSON.stringify(pairs))
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual([
      { id: 'a', km: 1668, band: '500-1999' },
      {
        id: 'b',
        of: 'to',
        candidates: [
          expect.objectContaining({ city: 'Frankfurt am Main', country: 'DE', population: 650_000 }),
          expect.objectContaining({ city: 'Frankfurt (Oder)', country: 'DE' }),
        ],
      },
    ])
  })
  it('ends with 1 and names item and field, answering nothing', () => {
    const bad = distance(JSON.stringify([{ id: 1, from: verona, to: { city: ' ', country: 'Spain' } }, {}]))
    expect(bad).toMatchObject({ status: 1, out: '' })
    expect(bad.err).toContain('1: to.city: must be the name of a town')
    expect(bad.err).toContain('1: to.country: must be a country code')
    expect(bad.err).toContain('item 2: id: is missing')
    expect(distance('{').err).toContain('not JSON')
  })
})
