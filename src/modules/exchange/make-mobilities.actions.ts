import { spokenLanguage } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { findOrCreateFlows } from '#modules/flows/find-or-create-flows.actions.ts'
import { answerNewGrants } from '#modules/grants/stored/edit-many.actions.ts'
import { createMobilities } from '#modules/mobilities/create-mobilities.actions.ts'
import { findOrCreatePartners } from '#modules/organisations/find-or-create-partners.actions.ts'
import { createGuardians, createPeople } from '#modules/people/people-in-bulk.actions.ts'
import type { ImportOptions } from './imports.store.ts'
import type { JudgedRow } from './judge-rows.actions.ts'
import { insertTutors } from './known-mobilities.store.ts'
import type { PersonInRow } from './rows/person-in-row.ts'

/** Mobilities are written down in portions of this size: progress can be told, and what a statement carries stays small in memory. */
const portion = 250

/**
 * Makes the mobilities of these rows, with the people, partners and flows that are not here yet. Answers the mobilities' ids in the
 * order of the rows.
 */
export async function makeMobilities(
  context: Context,
  importId: string,
  rows: readonly JudgedRow[],
  options: ImportOptions,
  progress: (done: number) => Promise<void>,
): Promise<string[]> {
  const people = await peopleOf(context, rows)
  const hosts = await partnersOf(context, rows, 'host')
  const companies = await partnersOf(context, rows, 'company')
  const flows = await flowsOf(context, rows, hosts, options)
  const made: string[] = []
  for (let from = 0; from < rows.length; from += portion) {
    const some = rows.slice(from, from + portion)
    const values = some.map((one, at) => ({
      ...valuesOf(one, importId),
      personId: people[from + at] ?? '',
      flowId: flows[from + at] ?? null,
      hostingId: hosts[from + at] ?? null,
      companyId: companies[from + at] ?? null,
    }))
    const ids = (await createMobilities(context, values)).map(({ id }) => id)
    await answerNewGrants(
      context,
      some.flatMap(({ draft: { money } }, at) => (money ? [{ mobilityId: ids[at] ?? '', edit: money }] : [])),
    )
    made.push(...ids)
    await progress(made.length)
  }
  await insertTutors(context.db, tutorsOf(rows, made, companies), context.now)
  return made
}

const valuesOf = ({ draft, key, projectId }: JudgedRow, importId: string) => ({
  activityType: draft.activityType,
  status: draft.status,
  projectId,
  departure: draft.departure,
  returnDate: draft.return,
  country: draft.country,
  town: draft.town,
  field: draft.field,
  note: draft.note,
  externalId: draft.externalId,
  notedGrant: draft.grant,
  importId,
  importKey: key,
})

async function peopleOf(context: Context, rows: readonly JudgedRow[]): Promise<string[]> {
  // Who brings the rows in and who is on them mostly speak the same language; each can choose another later.
  const language = spokenLanguage(memberOf(context.actor).language)
  const fresh: JudgedRow[] = []
  const placeOf = new Map<string, number>()
  const places = rows.map((one) => {
    if (one.personId !== null) return null
    const known = one.samePerson === null ? undefined : placeOf.get(one.samePerson)
    const place = known ?? fresh.push(one) - 1
    if (one.samePerson !== null) placeOf.set(one.samePerson, place)
    return place
  })
  const created = await createPeople(
    context,
    fresh.map(({ draft }) => ({ ...columnsOf(draft.person), language })),
  )
  const guarded = fresh.flatMap(({ draft: { guardian } }, at) =>
    guardian ? [{ ...guardian, language, minorId: created[at] ?? '' }] : [],
  )
  if (guarded.length > 0) await createGuardians(context, guarded)
  return rows.map((one, at) => one.personId ?? created[places[at] ?? -1] ?? '')
}

const columnsOf = ({ nameless: _, ...person }: PersonInRow) => person

async function partnersOf(
  context: Context,
  rows: readonly JudgedRow[],
  kind: 'host' | 'company',
): Promise<(string | null)[]> {
  const asked = rows.flatMap(({ draft }) => {
    const partner = kind === 'host' ? draft.hosting : draft.company
    return partner ? [{ ...partner, kind }] : []
  })
  const found = await findOrCreatePartners(context, asked)
  let next = 0
  return rows.map(({ draft }) => {
    const partner = kind === 'host' ? draft.hosting : draft.company
    return partner ? (found[next++]?.id ?? null) : null
  })
}

async function flowsOf(
  context: Context,
  rows: readonly JudgedRow[],
  hosts: readonly (string | null)[],
  { flows }: ImportOptions,
): Promise<(string | null)[]> {
  const { ids } = await findOrCreateFlows(
    context,
    rows.map(({ draft, projectId }, at) => ({
      name: draft.flowName,
      projectId,
      activityType: draft.activityType,
      // Without a name or a country no flow is found or made.
      country: flows || draft.flowName ? draft.country : null,
      town: draft.flowName ? draft.town : null,
      departure: draft.departure,
      return: draft.return,
      hostingId: hosts[at] ?? null,
    })),
  )
  return ids
}

const tutorsOf = (
  rows: readonly JudgedRow[],
  made: readonly string[],
  companies: readonly (string | null)[],
) =>
  rows.flatMap(({ draft: { tutor } }, at) => {
    const [mobilityId, companyId] = [made[at], companies[at]]
    return tutor && mobilityId && companyId ? [{ ...tutor, mobilityId, companyId }] : []
  })
