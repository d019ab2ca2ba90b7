import { insertHousing } from '#modules/stays/housings.store.ts'
import { insertPlan } from '#modules/stays/room-plans.store.ts'
import { housingInput } from '#modules/stays/stays.shapes.contract.ts'
import type { Member } from './world.ts'

/** A housing of the coordinator's organisation with a photo, somebody in its one bed, and a plan. */
export async function placesToLive(
  coordinator: Member,
  { mobilityId, flowId }: { mobilityId: string; flowId: string },
  word: string,
): Promise<Record<string, string>> {
  const { organisationId } = coordinator
  const things = await coordinator.run(async ({ db, now }) => {
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
    const asked = { name: word, flowIds: [flowId], mostKilometres: 30 }
    const roomPlan = await insertPlan(db, organisationId, asked, word, now)
    return { housing, stay: stay.id, roomPlan }
  })
  const photo = await coordinator.upload(
    `/organisations/${organisationId}/housings/${things.housing}/photos`,
    { name: `${word}.pdf`, bytes: new TextEncoder().encode(`%PDF-1.4 ${word}`) },
  )
  if (photo.status !== 201) throw new Error(`The photo was refused: ${photo.text}`)
  return { ...things, photo: photo.body.id as string }
}
