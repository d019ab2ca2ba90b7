import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { isOpen, type Status } from '#modules/mobilities/statuses.rules.ts'
import type { Language } from './pair.rules.ts'
import { lockProfiles, saveProfiles, type LockedProfile, type ProfileRow } from './profiles.store.ts'

/** What is said of many at once; a key that is absent stays as it is. Languages are added, or their level changed. */
export interface ProfileEdit {
  field?: string | null | undefined
  mostKilometres?: number | null | undefined
  languages?: readonly Language[] | undefined
}
type Before = Pick<ProfileRow, 'field' | 'mostKilometres' | 'languages'>

/** What came of it for one mobility; `version` is the new one, `before` what can be given back. */
export type ProfileEdited =
  | { mobilityId: string; outcome: 'same' | 'over' }
  | { mobilityId: string; outcome: 'changed'; version: number; before: Before }

/** Says the same for many people: one statement, one event each. */
export async function editManyProfiles(
  context: Context,
  mobilityIds: readonly string[],
  edit: ProfileEdit,
): Promise<ProfileEdited[]> {
  const rows = await lockProfiles(context.db, mobilityIds)
  return save(
    context,
    rows.map((row) => ({ row, after: edited(row, edit) })),
  )
}

/** Gives back what was said before, where nobody has changed the profile since; answers the ids of those that got it back. */
export async function restoreProfiles(
  context: Context,
  befores: readonly { mobilityId: string; version: number; before: Before }[],
): Promise<Set<string>> {
  const byId = new Map(befores.map((one) => [one.mobilityId, one]))
  const rows = await lockProfiles(context.db, [...byId.keys()])
  const saved = await save(
    context,
    rows.flatMap((row) => {
      const one = byId.get(row.mobilityId)
      return one && one.version === row.version ? [{ row, after: one.before }] : []
    }),
  )
  return new Set(saved.filter(({ outcome }) => outcome === 'changed').map(({ mobilityId }) => mobilityId))
}

function edited(row: LockedProfile, { field, mostKilometres, languages = [] }: ProfileEdit): Before {
  const said = new Map([...row.languages, ...languages].map((one) => [one.code, one]))
  return {
    field: field === undefined ? row.field : field,
    mostKilometres: mostKilometres === undefined ? row.mostKilometres : mostKilometres,
    languages: [...said.values()].slice(0, 10),
  }
}

async function save(
  context: Context,
  edits: readonly { row: LockedProfile; after: Before }[],
): Promise<ProfileEdited[]> {
  const changed = edits.filter(({ row, after }) => isOpen(row.status as Status) && differs(row, after))
  await saveProfiles(
    context.db,
    changed.map(({ row, after }) => ({ ...row, ...after })),
    context.now,
  )
  await recordEvents(
    context,
    changed.map(({ row }) => ({
      type: 'mobility.placement-profile-saved',
      subject: { kind: 'placement-profile', id: row.mobilityId },
      mobilityId: row.mobilityId,
      data: { bulk: true },
    })),
  )
  const done = new Set(changed.map(({ row }) => row.mobilityId))
  return edits.map(({ row }) => {
    const { mobilityId, field, mostKilometres, languages } = row
    if (!done.has(mobilityId))
      return { mobilityId, outcome: isOpen(row.status as Status) ? 'same' : 'over' } as const
    // The first thing said of somebody makes the row, with version 1.
    return {
      mobilityId,
      outcome: 'changed',
      version: row.version + 1,
      before: { field, mostKilometres, languages },
    } as const
  })
}

const differs = (row: Before, after: Before): boolean =>
  row.field !== after.field ||
  row.mostKilometres !== after.mostKilometres ||
  JSON.stringify(wordsOf(row)) !== JSON.stringify(wordsOf(after))

const wordsOf = ({ languages }: Before): string[] => languages.map(({ code, level }) => `${code} ${level}`)
