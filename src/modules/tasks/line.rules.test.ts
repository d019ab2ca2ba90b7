import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statuses } from '#modules/mobilities/statuses.rules.ts'
import { addDays } from '#shared/dates.ts'
import { defaultChecklistFor } from './default-checklists.rules.ts'
import { decodeLine, encodeLine } from './line-code.rules.ts'
import { departureAt, lineOf, returnAt, type LineInput } from './line.rules.ts'
import { planTasks } from './plan-tasks.rules.ts'
import { anyTasks, plannedMobility, taskLike, today } from './task.examples.ts'

const dates = { departure: '2027-05-04', returnDate: '2027-05-29' }
const checklist = defaultChecklistFor('LM-SHORT-VET').tasks
const facts = new Set(['participant.accepted', 'hosting.confirmed'])
const plan = planTasks(checklist, plannedMobility({ participantIsMinor: true }), facts, today)
const line = (changes: Partial<LineInput> = {}) =>
  lineOf({ tasks: plan, status: 'accepted', ...dates, today, ...changes })
const look = (input: Partial<LineInput>, key: string) =>
  line(input).stations.find((station) => station.key === key)?.look

describe('the stored line', () => {
  it('is short and comes back as it went in, without what one party keeps to itself', () => {
    expect(encodeLine(plan).length).toBeLessThanOrEqual(100)
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const shared = tasks.filter((task) => task.visibility === 'shared')
        const essence = (list: ReturnType<typeof decodeLine>) =>
          list.map((t) => [t.owner, t.anchor, t.offsetDays, t.state, t.blocked])
        const back = decodeLine(encodeLine(tasks))
        expect(essence(back)).toEqual(essence(shared))
        expect(encodeLine(back)).toBe(encodeLine(tasks))
      }),
    )
  })

  it('draws the same line as the tasks themselves', () => {
    const shape = (model: ReturnType<typeof lineOf>) =>
      model.stations.map(({ owner, look, at, due, kind }) => ({ owner, look, at, due, kind }))
    const stored = line({ tasks: decodeLine(encodeLine(plan)) })
    expect(shape(stored)).toEqual(shape(line()))
    expect(stored.progress).toEqual(line().progress)
  })

  it('takes any text without breaking', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeLine(`1${text}`)))
    for (const text of ['', '1AA', '2AAA', '1***', '1ÄÖÜ']) expect(decodeLine(text)).toEqual([])
    expect(decodeLine(encodeLine([taskLike({ offsetDays: 9999 })]))[0]?.offsetDays).toBe(2047)
  })
})

describe('the line', () => {
  it('runs from application to recognition with its two big stations where they always are', () => {
    const { stations, progress } = line()
    expect(stations[0]).toMatchObject({ key: '@application', at: 0 })
    expect(stations.at(-1)).toMatchObject({ key: '@recognition', at: 1 })
    expect(stations.find((s) => s.kind === 'departure')).toMatchObject({
      at: departureAt,
      due: dates.departure,
    })
    expect(stations.find((s) => s.kind === 'return')).toMatchObject({ at: returnAt, due: dates.returnDate })
    expect(progress).toEqual({ done: 2, total: plan.length })
  })

  it('goes on to the right, in the order of the days, whatever the tasks', () => {
    const status = fc.constantFrom(...statuses)
    const shift = fc.integer({ min: -700, max: 700 })
    fc.assert(
      fc.property(anyTasks, status, shift, fc.boolean(), (tasks, now, n, dated) => {
        const known = dated ? dates : { departure: null, returnDate: null }
        const model = lineOf({ tasks, status: now, ...known, today: addDays(today, n) })
        const places = model.stations.map((station) => station.at)
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(model.stations).toHaveLength(tasks.length + 4)
        const due = model.stations.flatMap((station) => station.due ?? [])
        expect(due).toEqual(dated ? [...due].sort() : [])
        expect(model.today ?? 0.5).toBeGreaterThan(0)
        expect(model.today ?? 0.5).toBeLessThan(1)
      }),
    )
  })

  it('has today move from left to right, over departure on its day', () => {
    expect(line({ today: dates.departure }).today).toBe(departureAt)
    expect(line({ today: dates.returnDate }).today).toBe(returnAt)
    expect(line({ today: dates.departure, departure: null }).today).toBeUndefined()
    expect(line({ status: 'withdrawn' }).today).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (n) => {
        const at = (day: number) => line({ today: addDays(today, day) }).today ?? -1
        expect(at(n + 1)).toBeGreaterThanOrEqual(at(n))
      }),
    )
  })

  it('shows the big stations by status and day', () => {
    expect(look({ status: 'draft' }, '@application')).toBe('later')
    expect(look({ status: 'ready', today: '2027-05-06' }, '@departure')).toBe('late')
    expect(look({ status: 'ready', today: '2027-05-01' }, '@departure')).toBe('due')
    expect(look({ status: 'abroad' }, '@departure')).toBe('done')
    expect(look({ status: 'interrupted' }, '@return')).toBe('later')
    expect(look({ status: 'closed' }, '@recognition')).toBe('done')
  })

  it('strikes off what an end leaves undone, and goes on after a stay cut short', () => {
    expect(look({ status: 'withdrawn' }, '@departure')).toBe('waived')
    expect(look({ status: 'withdrawn' }, 'insurance')).toBe('waived')
    expect(look({ status: 'withdrawn' }, 'accept-place')).toBe('done')
    expect(look({ status: 'ended-early' }, '@departure')).toBe('done')
    expect(look({ status: 'ended-early' }, '@recognition')).toBe('later')
    expect(look({ status: 'ended-early' }, 'insurance')).toBe('waived')
    expect(look({ status: 'ended-early' }, 'certificate')).toBe('blocked')
    expect(look({ status: 'force-majeure', endDay: '2027-04-01' }, '@return')).toBe('waived')
    expect(look({ status: 'force-majeure', endDay: '2027-05-10' }, '@return')).toBe('done')
  })
})
