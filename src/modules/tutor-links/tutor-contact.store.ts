import type { TutorActor } from '#server/actor.ts'
import type { Db } from '#server/database/database.ts'

/** The tutor becomes the company's contact for this mobility, with the phone number they gave. */
export async function updatePhone(
  db: Db,
  mobilityId: string,
  tutor: TutorActor,
  phone: string | null,
  now: Date,
): Promise<void> {
  const values = {
    organisation_id: tutor.organisationId,
    name: tutor.name,
    email: tutor.email,
    updated_at: now,
    ...(phone ? { phone } : {}),
  }
  await db
    .insertInto('mobility_contact')
    .values({ mobility_id: mobilityId, role: 'company', duty: 'tutor', ...values })
    .onConflict((conflict) => conflict.columns(['mobility_id', 'role', 'duty']).doUpdateSet(values))
    .execute()
}
