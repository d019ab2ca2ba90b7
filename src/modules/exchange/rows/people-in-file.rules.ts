/** What tells the person of a row apart. */
export interface PersonOfRow {
  nameless: boolean
  studentNumber: string | null
  email: string | null
  birthDate: string | null
}

/**
 * Rows of one file that mean the same person: by student number, by e-mail address with the name, or by name and birth date.
 * `same` is the key that such rows share; null for a row that stands alone. `namesake` is the first row with the same name where nothing
 * tells whether it is the same person.
 */
export function peopleInFile(
  rows: readonly { number: number; person: PersonOfRow; plainName: string }[],
): { same: string | null; namesake: number | null }[] {
  const firstOfName = new Map<string, number>()
  return rows.map(({ number, person, plainName }) => {
    if (person.nameless || plainName === '') return { same: null, namesake: null }
    const same = keyOf(person, plainName)
    const namesake = same === null ? (firstOfName.get(plainName) ?? null) : null
    if (!firstOfName.has(plainName)) firstOfName.set(plainName, number)
    return { same, namesake }
  })
}

function keyOf(person: PersonOfRow, plainName: string): string | null {
  if (person.studentNumber) return `number ${person.studentNumber.trim().toLowerCase()}`
  if (person.email) return `email ${person.email.toLowerCase()} ${plainName}`
  return person.birthDate ? `birth ${person.birthDate} ${plainName}` : null
}
