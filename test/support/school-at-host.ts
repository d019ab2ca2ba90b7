import { insertPartnerships } from '#modules/organisations/partners.store.ts'
import { addFlows } from '#modules/flows/flows.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { createPeople } from '#modules/people/people-in-bulk.actions.ts'
import type { Member, World } from './world.ts'

interface Asked {
  name: string
  count: number
  departure: string
  returnDate: string
}

/** A school in Italy with a flow of so many selected learners to a host in Seville: its coordinator, the flow and the mobilities. */
export async function schoolAtHost(
  world: World,
  host: string,
  { name, count, departure, returnDate }: Asked,
): Promise<[Member, string, string[]]> {
  const school = await world.organisation({ name, kind: 'sending', country: 'IT', town: 'Torino' })
  await world.asSystem(({ db }) => insertPartnerships(db, school, [{ partnerId: host, kind: 'host' }]))
  const member = await world.member(school, ['coordinator'])
  return member.run(async (context) => {
    const [flow = ''] = await addFlows(context, [
      {
        name: `${name} to Seville`,
        activityType: 'LM-SHORT-VET',
        hostingId: host,
        country: 'ES',
        places: count,
      },
    ])
    const ids = await createPeople(
      context,
      Array.from({ length: count }, (_one, i) => ({
        kind: 'learner' as const,
        givenName: `Learner ${i}`,
        familyName: name,
        birthDate: '2009-06-01',
      })),
    )
    const made = await createMobilities(
      context,
      ids.map((personId) => ({
        personId,
        flowId: flow,
        activityType: 'LM-SHORT-VET',
        country: 'ES',
        town: 'Sevilla',
        hostingId: host,
        field: '0721',
        status: 'selected' as const,
        departure,
        returnDate,
      })),
    )
    return [member, flow, made.map(({ id }) => id)]
  })
}
