import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from './checklist.rules.ts'
import { defaultChecklistFor } from './default-checklists.rules.ts'
import { addOwnTask, mergePlan, planTasks, whyNotAdd } from './plan-tasks.rules.ts'
import { withState } from './progress.rules.ts'
import { anyChecklist, plannedMobility, today } from './task.examples.ts'

const short = defaultChecklistFor('LM-SHORT-VET').tasks
const none = new Set<string>()
const keysOf = (tasks: readonly { key: string }[]) => tasks.map((task) => task.key)

describe('a plan', () => {
  it('hangs each deadline on departure or return', () => {
    const plan = planTasks(short, plannedMobility(), none, today)
    expect(plan.find((task) => task.key === 'insurance')?.due).toBe('2027-04-06')
    expect(plan.find((task) => task.key === 'participant-report')?.due).toBe('2027-06-28')
    const undated = planTasks(short, plannedMobility({ departure: null }), none, today)
    expect(undated.find((task) => task.key === 'insurance')?.due).toBeNull()
    expect(undated.find((task) => task.key === 'balance')?.due).toBe('2027-07-13')
  })

  it('asks guardians of minors only, and companies only where there is one', () => {
    const adult = planTasks(short, plannedMobility(), none, today)
    const minor = planTasks(short, plannedMobility({ participantIsMinor: true }), none, today)
    expect(adult.some((task) => task.owner === 'guardian')).toBe(false)
    expect(minor.filter((task) => task.owner === 'guardian')).toHaveLength(2)
    const skills = plannedMobility({ activityType: 'LM-SKILL-VET', partyRoles: ['sending', 'participant'] })
    expect(planTasks(short, skills, none, today).some((task) => task.owner === 'company')).toBe(false)
  })

  it('hands the needs of a task that falls away on to those that needed it', () => {
    const skills = plannedMobility({ activityType: 'LM-SKILL-VET', partyRoles: ['sending', 'participant'] })
    const plan = planTasks(short, skills, none, today)
    const agreement = plan.find((task) => task.key === 'learning-agreement')
    expect(agreement?.needs).toEqual(['confirm-hosting', 'check-data', 'name-mentor'])
  })

  it('gives accompanying tasks to the sender until somebody is named', () => {
    const group = defaultChecklistFor('group-vet').tasks
    const mobility = plannedMobility({ activityType: 'group-vet', partyRoles: ['sending', 'participant'] })
    const owner = (roles: typeof mobility.partyRoles) =>
      planTasks(group, { ...mobility, partyRoles: roles }, none, today).find((t) => t.key === 'group-report')
        ?.owner
    expect(owner(['sending', 'participant'])).toBe('sending')
    expect(owner(['sending', 'participant', 'accompanying'])).toBe('accompanying')
  })

  it('knows what the facts already completed', () => {
    const facts = new Set(['participant.accepted', 'hosting.confirmed'])
    const plan = planTasks(short, plannedMobility(), facts, today)
    expect(plan.filter((task) => task.state === 'done').map((task) => task.key)).toEqual([
      'accept-place',
      'confirm-hosting',
    ])
    expect(plan.find((task) => task.key === 'check-data')?.blocked).toBe(false)
  })

  it('stands in an order that respects needs, all needs known', () => {
    fc.assert(
      fc.property(anyChecklist, fc.boolean(), (checklist, minor) => {
        const plan = planTasks(checklist, plannedMobility({ participantIsMinor: minor }), none, today)
        expect(keysOf(inOrder(plan))).toEqual(keysOf(plan))
        for (const task of plan)
          for (const need of task.needs) expect(plan.some((other) => other.key === need)).toBe(true)
      }),
    )
  })
})

describe('a new plan', () => {
  const old = planTasks(short, plannedMobility(), none, today).map((task, id) => ({ ...task, id }))
  it('adds what is now asked, keeps what was done, and drops only what is open', () => {
    const ticked = withState(old, 'preparation', 'done', today)
    const minor = planTasks(short, plannedMobility({ participantIsMinor: true }), none, today)
    const grown = mergePlan(ticked, minor, today)
    expect(keysOf(grown.added)).toEqual(['guardian-consent', 'guardian-data'])
    expect(grown.dropped).toEqual([])
    expect(grown.tasks.find((task) => task.key === 'preparation')?.state).toBe('done')
    expect(grown.tasks.find((task) => task.key === 'grant-agreement')?.needs).toContain('guardian-consent')

    const staff = defaultChecklistFor('SM-TTA').tasks
    const shrunk = mergePlan(ticked, planTasks(staff, plannedMobility(), none, today), today)
    expect(shrunk.dropped).toContain('room')
    expect(shrunk.dropped).not.toContain('preparation')
  })

  it('changes nothing when nothing changed', () => {
    const again = mergePlan(old, planTasks(short, plannedMobility(), none, today), '2027-04-01')
    expect(again).toEqual({ tasks: old, added: [], dropped: [] })
    expect(again.tasks.every((task, index) => task === old[index])).toBe(true)
  })
})

describe("one's own task", () => {
  const plan = planTasks(short, plannedMobility(), none, today)
  const own = { title: ' Call the embassy ', owner: 'sending' as const, due: '2027-04-04', needs: ['papers'] }

  it('moves with the departure, waits for what it needs, and is kept by a new plan', () => {
    const tasks = addOwnTask(plan, own, plannedMobility(), today)
    const made = tasks.at(-1)
    expect(made).toMatchObject({
      key: 'own-1',
      title: 'Call the embassy',
      anchor: 'departure',
      offsetDays: -30,
    })
    expect(made).toMatchObject({ due: '2027-04-04', blocked: true, visibility: 'shared' })
    expect(addOwnTask(tasks, own, plannedMobility(), today).at(-1)?.key).toBe('own-2')
    expect(mergePlan(tasks, plan, today).dropped).toEqual([])
    const afterwards = addOwnTask(plan, { ...own, due: '2027-06-01' }, plannedMobility(), today).at(-1)
    expect(afterwards).toMatchObject({ anchor: 'return', offsetDays: 3, due: '2027-06-01' })
  })

  it('is refused with a reason', () => {
    const mobility = plannedMobility()
    expect(whyNotAdd(plan, own, mobility)).toBeNull()
    expect(whyNotAdd(plan, { ...own, title: ' ' }, mobility)).toBe('title-needed')
    expect(whyNotAdd(plan, { ...own, title: 'x'.repeat(201) }, mobility)).toBe('title-long')
    expect(whyNotAdd(plan, { ...own, due: 'soon' }, mobility)).toBe('no-day')
    expect(whyNotAdd(plan, { ...own, due: '2037-01-01' }, mobility)).toBe('day-too-far')
    expect(whyNotAdd(plan, { ...own, needs: ['nothing'] }, mobility)).toBe('unknown-need')
    const undated = plannedMobility({ departure: null, returnDate: null })
    expect(whyNotAdd(plan, own, undated)).toBe('no-dates')
  })
})
