/** A holder of a duty as the form keeps it. `key` stays with the row while it is moved. */
export interface HolderValues {
  key: string
  member: string | null
  name: string
  email: string
  phone: string
  absentFrom: string
  absentUntil: string
}

export type HolderToSend =
  | { member: string }
  | {
      name: string
      email: string | null
      phone: string
      absentFrom: string | null
      absentUntil: string | null
    }

type Given = { [F in keyof HolderValues]?: string | null }

export function valuesOf(holder: Given & { id?: string }): HolderValues {
  return {
    key: holder.id ?? crypto.randomUUID(),
    member: holder.member ?? null,
    name: holder.name ?? '',
    email: holder.email ?? '',
    phone: holder.phone ?? '',
    absentFrom: holder.absentFrom ?? '',
    absentUntil: holder.absentUntil ?? '',
  }
}

export function holdersToSend(holders: readonly HolderValues[]): HolderToSend[] {
  return holders.map((holder) =>
    holder.member
      ? { member: holder.member }
      : {
          name: holder.name,
          email: holder.email || null,
          phone: holder.phone,
          absentFrom: holder.absentFrom || null,
          absentUntil: holder.absentUntil || null,
        },
  )
}

/** The list with one row in another place. */
export function moved<T>(rows: readonly T[], from: number, to: number): T[] {
  const row = rows[from]
  if (row === undefined) return [...rows]
  const others = rows.filter((_, place) => place !== from)
  return [...others.slice(0, to), row, ...others.slice(to)]
}
