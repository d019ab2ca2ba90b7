import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { LineTask } from '#modules/tasks/line-code.rules.ts'
import type { Day } from '#shared/dates.ts'

/** The day on which the examples are looked at: eight days before the departure. */
export const exampleDay: Day = '2027-04-26'
export const exampleDates = { departure: '2027-05-04', returnDate: '2027-05-29' } satisfies Record<
  string,
  Day
>

type Sort = 'open' | 'blocked' | 'done' | 'waived'

const task = (key: string, owner: PartyRole, offsetDays: number, sort: Sort, back = false): LineTask => ({
  key,
  owner,
  anchor: back ? 'return' : 'departure',
  offsetDays,
  state: sort === 'blocked' ? 'open' : sort,
  blocked: sort === 'blocked',
})

/** Tasks in every state, of every actor; their keys are those of shipped tasks, so that they have words. */
export const exampleTasks: readonly LineTask[] = [
  task('accept-place', 'participant', -120, 'done'),
  task('guardian-consent', 'guardian', -110, 'done'),
  task('confirm-hosting', 'hosting', -90, 'done'),
  task('propose-company', 'hosting', -70, 'done'),
  task('confirm-placement', 'company', -60, 'done'),
  task('learning-agreement', 'sending', -30, 'open'),
  task('insurance', 'sending', -21, 'waived'),
  task('papers', 'participant', -14, 'open'),
  task('room', 'hosting', -6, 'open'),
  task('first-payment', 'sending', -5, 'blocked'),
  task('arrive', 'participant', 1, 'blocked'),
  task('first-week-check', 'sending', 7, 'open'),
  task('mid-term', 'company', 12, 'open'),
  task('certificate', 'hosting', 5, 'blocked', true),
  task('participant-report', 'participant', 30, 'open', true),
  task('recognition', 'sending', 60, 'blocked', true),
]
