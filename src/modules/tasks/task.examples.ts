import fc from 'fast-check'
import { partyRoles } from '#modules/mobilities/party-roles.rules.ts'
import { addDays } from '#shared/dates.ts'
import type { ChecklistTask } from './checklist.rules.ts'
import type { PlannedMobility } from './plan-tasks.rules.ts'
import { settle } from './progress.rules.ts'
import type { Task } from './task.rules.ts'

/** A day in the weeks of preparation for the mobility below. */
export const today = '2027-03-01'

/** An adult's work placement, four weeks in May 2027; `changes` say what a test is about. */
export function plannedMobility(changes: Partial<PlannedMobility> = {}): PlannedMobility {
  return {
    departure: '2027-05-04',
    returnDate: '2027-05-29',
    participantIsMinor: false,
    activityType: 'LM-SHORT-VET',
    partyRoles: ['sending', 'hosting', 'company', 'participant'],
    ...changes,
  }
}

/** One open task of the sender, due with the departure, that needs nothing. */
export function taskLike(changes: Partial<Task> = {}): Task {
  return {
    key: 'insurance',
    title: null,
    owner: 'sending',
    duty: null,
    anchor: 'departure',
    offsetDays: 0,
    due: '2027-05-04',
    needs: [],
    blocked: false,
    fact: null,
    blocks: null,
    visibility: 'shared',
    state: 'open',
    unblockedOn: today,
    ...changes,
  }
}

const keys = Array.from({ length: 12 }, (_, index) => `t${index}`)
const offset = fc.integer({ min: -400, max: 400 })
const anchor = fc.constantFrom('departure' as const, 'return' as const)

/** Sets of tasks in any order and state, without circles, settled. */
export const anyTasks: fc.Arbitrary<Task[]> = fc
  .tuple(...keys.map((_, index) => anyTask(index)))
  .chain((tasks) => fc.shuffledSubarray(tasks))
  .map((tasks) => settle(tasks, today))

/** Checklists in any order, without circles; needs may point outside. */
export const anyChecklist: fc.Arbitrary<ChecklistTask[]> = anyTasks.map((tasks) =>
  tasks.map(({ key, owner, anchor, offsetDays, needs }) => ({ key, owner, anchor, offsetDays, needs })),
)

function anyTask(index: number): fc.Arbitrary<Task> {
  return fc
    .record({
      owner: fc.constantFrom(...partyRoles),
      anchor,
      offsetDays: offset,
      needs: fc.subarray(keys.slice(0, index), { maxLength: Math.min(3, index) }),
      fact: fc.option(fc.constantFrom('a.known', 'b.known', 'c.known')),
      state: fc.constantFrom('open' as const, 'done' as const, 'waived' as const),
      visibility: fc.constantFrom('shared' as const, 'own' as const),
    })
    .map((made) => {
      const due = addDays(made.anchor === 'departure' ? '2027-05-04' : '2027-05-29', made.offsetDays)
      return taskLike({ ...made, key: keys[index] ?? '', due, unblockedOn: null })
    })
}
