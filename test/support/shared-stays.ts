import { insertHousing } from '#modules/stays/housings.store.ts'
import { housingInput } from '#modules/stays/stays.contract.ts'
import type { Member } from './world.ts'

/** A housing of the coordinator's organisation with somebody in its one bed. */
export async function placesToLive(
  { organisationId, run }: Member,
  mobilityId: string,
  word: string,
): Promise<Record<string, string>> {
  return run(async ({ db }) => {
    const input = housingInput.parse({ name: word, kind: 'flat', rooms: [{ name: word, beds: 1 }] })
    const housing = await insertHousing(db, organisationId, input)
    const bed = await db
      .selectFrom('bed as b')
      .innerJoin('room as r', 'r.id', 'b.room_id')
      .select('b.id')
      .where('r.housing_id', '=', housing)
      .executeTakeFirstOrThrow()
    const stay = await db
      .insertInto('stay')
      .values({
        organisation_id: organisationId,
        mobility_id: mobilityId,
        bed_id: bed.id,
        starts_on: '2027-05-04',
        ends_on: '2027-05-29',
        keys: word,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { housing, stay: stay.id }
  })
}
