import { addDays, daysBetween, type Day } from '#shared/dates.ts'
import { scoreOf, movedOf, type MatchInstance, type Pair } from '#modules/matching/match.rules.ts'

interface Stay {
  from: Day
  to: Day
}

/** What a plan is judged by, in this order: people placed, moved (negative), points. */
export type Worth = [placed: number, moved: number, score: number]

/** Tries every lawful plan of a small instance: the best there is; null where the locks cannot hold. */
export function bestOfAll(instance: MatchInstance): Worth | null {
  const choices = Map.groupBy(instance.scores, ([who]) => who)
  let best: Worth | null = null
  const walk = (at: number, assigned: Pair[]): void => {
    const participant = instance.participants[at]
    if (participant) {
      walk(at + 1, assigned)
      for (const [, position] of choices.get(participant.id) ?? [])
        walk(at + 1, [...assigned, [participant.id, position]])
      return
    }
    if (!holds(instance, assigned)) return
    const worth: Worth = [
      assigned.length,
      instance.current ? -movedOf(instance, assigned) : 0,
      scoreOf(instance, assigned),
    ]
    if (!best || isBetter(worth, best)) best = worth
  }
  walk(0, [])
  return best
}

function isBetter(one: Worth, other: Worth): boolean {
  const at = one.findIndex((value, i) => value !== other[i])
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0)
}

/** Goes through a plan day by day, counting heads: nothing of the solver's own rules is used. */
export function holds(instance: MatchInstance, assigned: readonly Pair[]): boolean {
  const where = new Map(assigned)
  if (where.size !== assigned.length) return false
  for (const [who, position] of instance.locks ?? []) if (where.get(who) !== position) return false
  for (const [who, position] of assigned)
    if (!instance.scores.some(([one, other]) => one === who && other === position)) return false
  const people = new Map(instance.participants.map((one) => [one.id, one]))
  const there = assigned.flatMap(([who, at]) => {
    const person = people.get(who)
    const position = instance.positions.find(({ id }) => id === at)
    return person && position ? [{ person, position, stay: person.stay ?? everyDay }] : []
  })
  for (const { person, position, stay } of there)
    for (const day of daysOf(stay)) {
      const now = there.filter((one) => isIn(one.stay, day))
      const here = now.filter((one) => one.position === position)
      const others = (position.taken ?? []).filter((one) => isIn(one, day))
      if (here.length + sum(others) > position.places) return false
      for (const [kind, most] of Object.entries(position.limits ?? {})) {
        const group = person.groups?.[kind]
        if (group === undefined) continue
        const same = here.filter((one) => one.person.groups?.[kind] === group).length
        if (same + sum(others.filter(({ groups }) => groups?.[kind] === group)) > most) return false
      }
      const pool = instance.pools?.find(({ id }) => id === position.pool)
      if (!pool || pool.places === null) continue
      const together = now.filter((one) => one.position.pool === pool.id).length
      if (together + sum((pool.taken ?? []).filter((one) => isIn(one, day))) > pool.places) return false
    }
  return there.every((one) =>
    there.every((other) => {
      const rest = instance.pools?.find(({ id }) => id === one.position.pool)?.restDays ?? 0
      if (one.position.pool !== other.position.pool || one.stay.to >= other.stay.from) return true
      return daysBetween(one.stay.to, other.stay.from) - 1 >= rest
    }),
  )
}

/** Stands for a stay without dates in the instances of tests, which lie within it. */
const everyDay: Stay = { from: '2027-03-01', to: '2027-03-31' }
const isIn = ({ from, to }: Stay, day: Day): boolean => from <= day && day <= to
const sum = (taken: readonly { count: number }[]): number => taken.reduce((all, { count }) => all + count, 0)
const daysOf = ({ from, to }: Stay): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_one, i) => addDays(from, i))
