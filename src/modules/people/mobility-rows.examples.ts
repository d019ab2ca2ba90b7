import type { World } from '../../../test/support/world.ts'

/**
 * A mobility with its parties as plain rows, for tests of the floors below the mobilities: they may not use the actions
 * of a floor above.
 */
export function newMobility(
  world: World,
  values: {
    sendingId: string
    personId: string
    hostingId?: string
    companyId?: string
    guardianId?: string
    flowId?: string
    projectId?: string
    status?: string
    departure?: string
    returnDate?: string
    membershipId?: string
  },
): Promise<string> {
  return world.asSystem(async ({ db }) => {
    const { id } = await db
      .insertInto('mobility')
      .values({
        sending_id: values.sendingId,
        person_id: values.personId,
        flow_id: values.flowId ?? null,
        project_id: values.projectId ?? null,
        hosting_id: values.hostingId ?? null,
        company_id: values.companyId ?? null,
        activity_type: 'LM-SHORT-VET',
        status: values.status ?? 'draft',
        departure: values.departure ?? null,
        return_date: values.returnDate ?? null,
        country: 'ES',
        town: 'Sevilla',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const organisations = [
      ['sending', values.sendingId],
      ['hosting', values.hostingId],
      ['company', values.companyId],
    ] as const
    const people = [
      ['participant', values.personId],
      ['guardian', values.guardianId],
    ] as const
    for (const [role, organisationId] of organisations)
      if (organisationId) await party({ role, organisation_id: organisationId })
    for (const [role, personId] of people) if (personId) await party({ role, person_id: personId })
    if (values.membershipId)
      await party({
        role: 'accompanying',
        organisation_id: values.sendingId,
        membership_id: values.membershipId,
        main: false,
      })
    return id

    function party(row: {
      role: string
      organisation_id?: string
      person_id?: string
      membership_id?: string
      main?: boolean
    }) {
      // The trigger fills the keys that the table demands.
      return db
        .insertInto('mobility_party')
        .values({ status: '', activity_type: '', mobility_id: id, ...row })
        .execute()
    }
  })
}
