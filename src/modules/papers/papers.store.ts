import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { Paper } from '#server/database/schema.ts'
import { isOfPerson, type PaperKind } from './kinds.rules.ts'
import type { PaperStep } from './standing.rules.ts'

/** Whose paper it is: of a person, or of one stay. */
export interface PaperPlace {
  organisationId: string
  personId: string
  mobilityId: string
  kind: PaperKind
}

export type PaperValues = Pick<
  Insertable<Paper>,
  | 'step'
  | 'document'
  | 'country'
  | 'valid_from'
  | 'valid_until'
  | 'insurer'
  | 'emergency_phone'
  | 'covers'
  | 'invited_on'
  | 'appointment_on'
  | 'appointment_time'
  | 'appointment_place'
  | 'reason'
  | 'note'
  | 'seen_on'
  | 'seen_by'
  | 'entered_by'
>

const mobilityOf = ({ kind, mobilityId }: PaperPlace): string | null => (isOfPerson(kind) ? null : mobilityId)

/** A paper, locked for change. */
export function lockPaper(db: Db, place: PaperPlace) {
  const mobilityId = mobilityOf(place)
  return db
    .selectFrom('paper')
    .selectAll()
    .where('kind', '=', place.kind)
    .where('person_id', '=', place.personId)
    .$if(mobilityId === null, (q) => q.where('mobility_id', 'is', null))
    .$if(mobilityId !== null, (q) => q.where('mobility_id', '=', mobilityId))
    .forUpdate()
    .executeTakeFirst()
}

/** Writes a paper down for the first time; null where somebody was quicker. */
export async function insertPaper(
  db: Db,
  place: PaperPlace,
  values: PaperValues,
  now: Date,
): Promise<string | null> {
  const row = await db
    .insertInto('paper')
    .values({
      organisation_id: place.organisationId,
      person_id: place.personId,
      mobility_id: mobilityOf(place),
      kind: place.kind,
      ...values,
      created_at: now,
      updated_at: now,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function updatePaper(
  db: Db,
  id: string,
  values: Partial<PaperValues>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('paper')
    .set((e) => ({ ...values, updated_at: now, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Takes papers away, with numbers and scans. */
export async function deletePaper(db: Db, id: string): Promise<void> {
  await db.deleteFrom('paper').where('id', '=', id).execute()
}

export async function saveNumber(
  db: Db,
  paperId: string,
  number: { sealed: string; ending: string } | null,
): Promise<void> {
  if (number === null) {
    await db.deleteFrom('paper_number').where('paper_id', '=', paperId).execute()
    return
  }
  await db
    .insertInto('paper_number')
    .values({ paper_id: paperId, ...number })
    .onConflict((c) => c.column('paper_id').doUpdateSet(number))
    .execute()
}

export async function sealedNumber(db: Db, paperId: string): Promise<string | null> {
  const row = await db
    .selectFrom('paper_number')
    .select('sealed')
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  return row?.sealed ?? null
}

/** Papers among these places that are there, locked, for many mobilities at once. */
export async function lockPapers(
  db: Db,
  organisationId: string,
  places: readonly { mobilityId: string; personId: string; kind: PaperKind }[],
) {
  const { rows } = await sql<{
    id: string
    mobilityId: string
    kind: PaperKind
    step: PaperStep
    isEmpty: boolean
  }>`
    select p.id, n.mobility_id as "mobilityId", n.kind, p.step, p.valid_until is null and p.valid_from is null and p.insurer is null
      and p.appointment_on is null and p.document is null and p.country is null as "isEmpty"
    from unnest(${places.map((one) => one.mobilityId)}::uuid[], ${places.map((one) => one.personId)}::uuid[],
      ${places.map((one) => one.kind)}::text[]) as n (mobility_id, person_id, kind)
    join paper p on p.kind = n.kind and p.organisation_id = ${organisationId}
      and (p.mobility_id = n.mobility_id or (p.mobility_id is null and p.person_id = n.person_id))
    for update of p`.execute(db)
  return rows
}

/** Gives many papers the same step. */
export async function setSteps(
  db: Db,
  ids: readonly string[],
  values: { step: PaperStep; reason: string | null; seenOn: string | null; seenBy: string | null },
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await sql`update paper set step = ${values.step}, reason = ${values.reason}, seen_on = ${values.seenOn}::date, seen_by = ${values.seenBy},
    version = version + 1, updated_at = ${now} where id = any (${[...ids]}::uuid[])`.execute(db)
}

export async function deletePapers(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from paper where id = any (${[...ids]}::uuid[])`.execute(db)
}

/** Writes down for many places where nothing is yet that a paper is not needed. */
export async function insertSteps(
  db: Db,
  organisationId: string,
  places: readonly { mobilityId: string; personId: string; kind: PaperKind }[],
  values: { step: PaperStep; reason: string | null; by: string },
  now: Date,
): Promise<void> {
  if (places.length === 0) return
  await db
    .insertInto('paper')
    .values(
      places.map(({ mobilityId, personId, kind }) => ({
        organisation_id: organisationId,
        person_id: personId,
        mobility_id: isOfPerson(kind) ? null : mobilityId,
        kind,
        step: values.step,
        reason: values.reason,
        entered_by: values.by,
        created_at: now,
        updated_at: now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Papers of the people of an organisation in many mobilities: whose they are. */
export async function peopleOf(
  db: Db,
  organisationId: string,
  mobilityIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select id, person_id from mobility where sending_id = ${organisationId} and id = any (${[...mobilityIds]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row.person_id]))
}

/** Other open mobilities of these people, whose papers of the person count there too. */
export async function mobilitiesOfPeople(db: Db, personIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mobility')
    .select('id')
    .where('person_id', 'in', [...personIds, '00000000-0000-0000-0000-000000000000'])
    .execute()
  return rows.map(({ id }) => id)
}
