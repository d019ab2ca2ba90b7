import type { Day } from '#shared/dates.ts'
import {
  likelyFrom,
  likelyWithBirthDateFrom,
  likeness,
  NameIndex,
  otherPersonBelow,
  trigramsOf,
} from './likeness.rules.ts'

/** Somebody whose file may be there already, as a form or a file's row names them. */
export interface AskedPerson {
  givenName: string
  familyName: string
  email?: string | null | undefined
  studentNumber?: string | null | undefined
  birthDate?: Day | null | undefined
}

/** A file that is there, with the little that tells people apart. */
export interface KnownPerson {
  id: string
  kind: string
  givenName: string
  familyName: string
  /** Family and given name in lower case without accents. */
  plainName: string
  birthDate: Day | null
  email: string | null
  phone: string | null
  studentNumber: string | null
}

export type MatchReason = 'student-number' | 'email' | 'name-and-birth-date' | 'name'

export interface PersonMatch {
  person: KnownPerson
  by: MatchReason
  /** 0 to 1: how alike the names are. */
  likeness: number
}

/** `exact`: this is the file. `likely`: a person should decide; best first. */
export interface Match {
  exact: PersonMatch | null
  likely: PersonMatch[]
}

/** Finds for each asked person the file that is theirs and those that may be; both lists may hold thousands. */
export function matchPeople(
  asked: readonly (AskedPerson & { plainName: string })[],
  known: readonly KnownPerson[],
): Match[] {
  const byNumber = groupBy(known, (person) => plainKey(person.studentNumber))
  const byEmail = groupBy(known, (person) => plainKey(person.email))
  const names = new NameIndex(known)
  return asked.map((one) => {
    const matches = new Map<string, PersonMatch>()
    const add = (match: PersonMatch): void => {
      if (!matches.has(match.person.id)) matches.set(match.person.id, match)
    }
    const own = trigramsOf(one.plainName)
    const alikeTo = (person: KnownPerson): number => likeness(own, trigramsOf(person.plainName))
    for (const person of byNumber.get(plainKey(one.studentNumber) ?? '') ?? [])
      add({ person, by: 'student-number', likeness: alikeTo(person) })
    for (const person of byEmail.get(plainKey(one.email) ?? '') ?? [])
      add({ person, by: 'email', likeness: alikeTo(person) })
    for (const { person, likeness } of names.alike(one.plainName, likelyWithBirthDateFrom)) {
      const reason = reasonByName(one, person, likeness)
      if (reason) add({ person, by: reason, likeness })
    }
    return decide([...matches.values()])
  })
}

/** The same name is the same person only with the same birth date; with two different ones it is somebody else. */
function reasonByName(asked: AskedPerson, person: KnownPerson, likeness: number): MatchReason | null {
  if (!asked.birthDate || !person.birthDate) return likeness >= likelyFrom ? 'name' : null
  if (asked.birthDate !== person.birthDate) return null
  return likeness === 1 ? 'name-and-birth-date' : 'name'
}

const strength: Record<MatchReason, number> = {
  'student-number': 3,
  email: 2,
  'name-and-birth-date': 1,
  name: 0,
}

/** Certain only if one file alone matches by the strongest reason and its name does not belie it. */
function decide(matches: PersonMatch[]): Match {
  const sorted = matches.sort((a, b) => strength[b.by] - strength[a.by] || b.likeness - a.likeness)
  const [first, second] = sorted
  const certain =
    first !== undefined &&
    first.by !== 'name' &&
    first.likeness >= otherPersonBelow &&
    (second === undefined || second.by !== first.by)
  return certain ? { exact: first, likely: sorted.slice(1) } : { exact: null, likely: sorted }
}

function groupBy(people: readonly KnownPerson[], keyOf: (person: KnownPerson) => string | null) {
  const groups = new Map<string, KnownPerson[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(person)
    else groups.set(key, [person])
  }
  return groups
}

const plainKey = (text: string | null | undefined): string | null => text?.trim().toLowerCase() || null
