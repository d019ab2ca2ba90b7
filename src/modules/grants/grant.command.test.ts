import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { changedPack } from '#modules/rule-packs/changed-pack.fixture.ts'

const door = join(import.meta.dirname, '../../server/command-line/softmob.ts')
const folder = mkdtempSync(join(tmpdir(), 'softmob-pack-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command line where there is neither a database nor data. */
function softmob(given: string[], input = ''): { status: number | null; out: string; err: string } {
  const env = { ...process.env, SOFTMOB_DATA: join(folder, 'none'), DATABASE_URL: '' }
  const run = spawnSync(process.execPath, [door, ...given], { input, encoding: 'utf8', env })
  return { status: run.status, out: run.stdout, err: run.stderr }
}

describe('softmob grant', () => {
  const item = {
    id: 'anna',
    pack: '2021-ES',
    activity: 'LM-SHORT-VET',
    role: 'learner',
    receivingCountry: 'IT',
    activityDays: 21,
    travelDays: 2,
    distanceKm: 1365,
  }
  it('answers without a database', () => {
    const { status, out } = softmob(['grant'], JSON.stringify([item, { ...item, id: 2 }]))
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { id: 'anna', total: 1783 },
      { id: 2, total: 1783 },
    ])
  })
  it('ends with 1 and names item and field, answering nothing', () => {
    const bad = softmob(['grant'], JSON.stringify([item, { ...item, id: 'ben', activityDays: -1 }]))
    expect(bad).toEqual({ status: 1, out: '', err: 'ben: activityDays: must be at least 0\n' })
    expect(softmob(['grant'], '{')).toMatchObject({ status: 1, err: expect.stringContaining('not JSON') })
    expect(softmob(['grant'], '{}')).toMatchObject({ status: 1, err: expect.stringContaining('JSON array') })
  })
})

describe('softmob pack', () => {
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  it('checks a file, ends with 1 on errors', () => {
    const shown = softmob(['pack', 'show', '2026-IT'])
    const good = softmob(['pack', 'check', file('good.json', shown.out)])
    expect(good.status).toBe(0)
    expect(good.out).toContain('daily rate of learners in country group 1')
    const high = changedPack(
      (pack) => (pack.individualSupport.rates.learner['1'] = { daily: { value: 128, state: 'entered' } }),
      '2026-ES',
    )
    const bad = softmob(['pack', 'check', file('bad.json', JSON.stringify(high))])
    expect(bad).toMatchObject({
      status: 1,
      err: "error: individualSupport.rates.learner.1.daily: 128 euros a day is above the programme's maximum of 127\n",
    })
    expect(softmob(['pack', 'check', file('text.json', 'rates')]).status).toBe(1)
    expect(softmob(['pack', 'check', join(folder, 'nowhere.json')]).status).toBe(1)
  })
  it('lists and shows', () => {
    expect(softmob(['pack', 'list']).out).toMatch(/2021-ES\s+version 1\s+complete/)
    expect(softmob(['pack', 'show', '1999-ES']).status).toBe(1)
    expect(softmob(['pack']).status).toBe(1)
  })
})
