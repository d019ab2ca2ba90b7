import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'

export interface PhotoRow {
  id: string
  stayId: string
  moment: 'in' | 'out' | null
  name: string
}

export interface PhotoBytes {
  name: string
  contentType: string
  bytes: Buffer
}

/** Hangs a file on a housing. */
export async function addToHousing(
  db: Db,
  organisationId: string,
  housingId: string,
  fileId: string,
): Promise<void> {
  await db
    .insertInto('housing_photo')
    .values({ organisation_id: organisationId, housing_id: housingId, file_id: fileId })
    .execute()
}

/** Hangs a file on a stay. */
export async function addToStay(
  db: Db,
  organisationId: string,
  stay: { id: string; moment: 'in' | 'out' },
  fileId: string,
): Promise<void> {
  await db
    .insertInto('stay_photo')
    .values({ organisation_id: organisationId, stay_id: stay.id, moment: stay.moment, file_id: fileId })
    .execute()
}

/** Removes a photo of a housing with its file; false where there is none. */
export async function removeFromHousing(
  db: Db,
  organisationId: string,
  housingId: string,
  fileId: string,
): Promise<boolean> {
  const { rows } = await sql`delete from file f using housing_photo p
    where p.file_id = f.id and f.id = ${fileId}::uuid and p.housing_id = ${housingId}::uuid and p.organisation_id = ${organisationId}
    returning f.id`.execute(db)
  return rows.length > 0
}

/** A photo of a housing or a stay of the organisation. */
export async function photoOf(
  db: Db,
  organisationId: string,
  of: { housingId: string } | { stayId: string },
  fileId: string,
): Promise<PhotoBytes | undefined> {
  const from =
    'housingId' in of
      ? sql`housing_photo p where p.housing_id = ${of.housingId}::uuid`
      : sql`stay_photo p where p.stay_id = ${of.stayId}::uuid`
  const { rows } = await sql<PhotoBytes>`
    select f.name, f.content_type as "contentType", c.bytes from file f join file_content c on c.file_id = f.id
    where f.id = ${fileId}::uuid and exists (select from ${from} and p.file_id = f.id and p.organisation_id = ${organisationId})`.execute(
    db,
  )
  return rows[0]
}

/** The photos made at the door of a stay. */
export async function photosOfStay(
  db: Db,
  stayId: string,
): Promise<{ id: string; name: string; moment: 'in' | 'out' }[]> {
  const { rows } = await sql<{ id: string; name: string; moment: 'in' | 'out' }>`
    select f.id, f.name, p.moment from stay_photo p join file f on f.id = p.file_id
    where p.stay_id = ${stayId}::uuid order by p.created_at, f.id`.execute(db)
  return rows
}

/** What there is to see of where somebody lives, without the bytes. */
export async function photosOfMobility(db: Db, mobilityId: string): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select file_id as id, stay_id as "stayId", moment, name from app.photos_of_mobility(${mobilityId}::uuid)`.execute(
    db,
  )
  return rows
}

/** One photo of where somebody lives. */
export async function photoOfMobility(
  db: Db,
  mobilityId: string,
  fileId: string,
): Promise<PhotoBytes | undefined> {
  const { rows } = await sql<PhotoBytes>`select name, content_type as "contentType", bytes
    from app.photos_of_mobility(${mobilityId}::uuid, ${fileId}::uuid)`.execute(db)
  return rows[0]
}
