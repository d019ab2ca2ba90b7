import { daysBetween, type Day } from '#shared/dates.ts'

/** What of a trainee says when their turn is. */
export interface Turned {
  stage: 'proposed' | 'confirmed' | 'declined' | null
  departure: Day | null
  return: Day | null
  tasks: readonly { state: string; due: Day | null; blocked: boolean }[]
}

/** Where a trainee stands for the tutor, in the order of the page; words in `tutor-links:turn.<turn>`. */
export const turns = ['answer', 'to-do', 'here', 'coming', 'gone'] as const
export type Turn = (typeof turns)[number]

/** Days ahead in which a task is worth a tutor's attention. */
const soon = 14

/** Whose answer or hand is asked first; then who is here, who comes, who has left. */
export function turnOf(trainee: Turned, today: Day): Turn {
  if (trainee.stage === 'proposed') return 'answer'
  const due = trainee.tasks.some(
    (task) =>
      task.state === 'open' && !task.blocked && task.due !== null && daysBetween(today, task.due) <= soon,
  )
  if (due) return 'to-do'
  if (trainee.return !== null && trainee.return < today) return 'gone'
  return trainee.departure !== null && trainee.departure <= today ? 'here' : 'coming'
}

/** Next first: by whose turn it is, then by the first day, the lately gone before those of long ago. */
export function inOrder<T extends Turned>(trainees: readonly T[], today: Day): { trainee: T; turn: Turn }[] {
  return trainees
    .map((trainee) => ({ trainee, turn: turnOf(trainee, today) }))
    .toSorted((a, b) => {
      const byTurn = turns.indexOf(a.turn) - turns.indexOf(b.turn)
      if (byTurn !== 0) return byTurn
      const days = [a.trainee.departure ?? '9999-12-31', b.trainee.departure ?? '9999-12-31'] as const
      return a.turn === 'gone' ? days[1].localeCompare(days[0]) : days[0].localeCompare(days[1])
    })
}

interface Reachable {
  role: string
  duty: string
  organisation: string
  name: string
  email: string | null
  phone: string | null
}

/** Whom to call, each once: by organisation, hosts first, each person with all their duties. */
export function contactsOnce(trainees: readonly { contacts: readonly Reachable[] }[]): {
  organisation: string
  role: string
  people: (Omit<Reachable, 'duty' | 'role'> & { duties: string[] })[]
}[] {
  const groups = Map.groupBy(
    trainees.flatMap(({ contacts }) => contacts),
    ({ organisation, role }) => JSON.stringify([role, organisation]),
  )
  return [...groups.values()]
    .map((contacts) => ({
      organisation: contacts[0]?.organisation ?? '',
      role: contacts[0]?.role ?? '',
      people: [
        ...Map.groupBy(contacts, ({ name, email, phone }) => JSON.stringify([name, email, phone])).values(),
      ].flatMap(([first, ...rest]) =>
        first
          ? [
              {
                organisation: first.organisation,
                name: first.name,
                email: first.email,
                phone: first.phone,
                duties: [...new Set([first, ...rest].map(({ duty }) => duty))],
              },
            ]
          : [],
      ),
    }))
    .toSorted(
      (a, b) =>
        Number(b.role === 'hosting') - Number(a.role === 'hosting') ||
        a.organisation.localeCompare(b.organisation),
    )
}
