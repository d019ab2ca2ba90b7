import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import { inOrder, type Checklist, type ChecklistTask } from './checklist.rules.ts'
import { defaultTasks, type DefaultTaskKey } from './default-tasks.rules.ts'

type Changes = Partial<Record<DefaultTaskKey, Partial<ChecklistTask>>>

const learner: readonly DefaultTaskKey[] = [
  'accept-place',
  'guardian-consent',
  'check-data',
  'guardian-data',
  'confirm-hosting',
  'propose-company',
  'confirm-placement',
  'name-mentor',
  'insurance',
  'travel',
  'papers',
  'preparation',
  'room',
  'learning-agreement',
  'grant-agreement',
  'name-arrival-contact',
  'departure-pack',
  'first-payment',
  'arrive',
  'first-week-check',
  'assess-at-work',
  'certificate',
  'come-back',
  'final-assessment',
  'participant-report',
  'balance',
  'recognition',
]

/** A company placement abroad of 10 to 89 days. */
const shortTerm = compose('short-term', learner)

/** ErasmusPro, 90 to 365 days: a mid-term assessment and a planned way back in addition; agreements earlier, as the stay is harder to mend. */
const longTerm = compose('long-term', [...learner, 'mid-term', 'plan-return'], {
  'learning-agreement': { offsetDays: -28 },
  'grant-agreement': { offsetDays: -28 },
  'propose-company': { offsetDays: -98 },
  'confirm-placement': { offsetDays: -84 },
})

/** A class with its teachers at a partner school: a learning programme, no companies, money spent by the school. */
const group = compose('group', [
  'accept-place',
  'guardian-consent',
  'check-data',
  'guardian-data',
  'confirm-hosting',
  'name-mentor',
  'name-accompanying',
  'insurance',
  'travel',
  'papers',
  'preparation',
  'room',
  'learning-programme',
  'grant-agreement',
  'name-arrival-contact',
  'departure-pack',
  'brief-accompanying',
  'arrive',
  'certificate',
  'accompanying-certificate',
  'come-back',
  'hand-in-receipts',
  'final-assessment',
  'group-report',
  'recognition',
])

/** Job shadowing, teaching, courses, experts: grown-ups who mostly organise themselves. Lead times are shorter. */
const staff = compose(
  'staff',
  [
    'accept-place',
    'check-data',
    'confirm-hosting',
    'name-mentor',
    'insurance',
    'travel',
    'learning-agreement',
    'grant-agreement',
    'arrive',
    'certificate',
    'come-back',
    'final-assessment',
    'participant-report',
    'balance',
  ],
  {
    'accept-place': { offsetDays: -70 },
    'check-data': { offsetDays: -63 },
    'confirm-hosting': { offsetDays: -56 },
    // Without a departure pack the arrival waits for what must be agreed before the start.
    arrive: { needs: ['learning-agreement'] },
  },
)

/** The checklists SoftMob ships; an organisation copies one to change it. Words in `tasks:checklist.<key>`. */
export const defaultChecklists: readonly Checklist[] = [shortTerm, longTerm, group, staff]

/** The shipped checklist for an activity type; short-term for an unknown one. */
export function defaultChecklistFor(activityTypeKey: string): Checklist {
  if (activityTypeKey === 'LM-LONG-VET') return longTerm
  if (activityTypeKey === 'group-vet') return group
  const type = activityType(activityTypeKey)
  return type === undefined || type.category === 'learner' ? shortTerm : staff
}

/** Puts shipped tasks together: needs that this checklist does not ask for fall away. */
function compose(key: string, keys: readonly DefaultTaskKey[], changes: Changes = {}): Checklist {
  const inside = new Set<string>(keys)
  const tasks = keys.flatMap((taskKey) => {
    const task = defaultTasks.get(taskKey)
    if (!task) return []
    const changed = { ...task, ...changes[taskKey] }
    return [{ ...changed, needs: changed.needs.filter((need) => inside.has(need)) }]
  })
  return { key, tasks: inOrder(tasks) }
}
