import type { z } from 'zod'
import { spokenLanguage } from '#shared/languages.ts'
import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { userOf } from '#modules/accounts/accounts.actions.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { oidTaken, refuseTimeZone } from './founding.actions.ts'
import { columnsOf, fieldsOf, type OrganisationRow } from './organisation-columns.ts'
import type { organisationsContract } from './organisations.contract.ts'
import * as store from './organisations.store.ts'
import { portalOf } from './portals.rules.ts'

type Contract = typeof organisationsContract

export async function listOrganisations(
  context: Context,
  page: z.output<Contract['listOrganisations']['query']>,
) {
  const found = await store.listOwn(context.db, userOf(context.actor).userId, page)
  return { ...found, items: found.items.map((row) => ({ ...row, portal: portalOf(row.kind) })) }
}

export async function readOrganisation(context: Context) {
  const row = await store.findOrganisation(context.db, memberOf(context.actor).organisationId)
  if (!row) throw notFound()
  return show(row)
}

/** Saves the fields sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editOrganisation(
  context: Context,
  version: number,
  input: z.output<Contract['editOrganisation']['body']>,
) {
  const id = memberOf(context.actor).organisationId
  const present = await store.findOrganisation(context.db, id, { lock: true })
  if (!present) throw notFound()
  if (input.timeZone !== undefined) refuseTimeZone(input.timeZone)
  if (input.oid && (await store.findClaimed(context.db, input.oid, id))) throw oidTaken()
  return show(await saveFields(context, present, version, input, 'organisation.changed'))
}

/** Saves the fields of a locked organisation that differ, as one version and one event in the actor's journal. */
export async function saveFields(
  context: Context,
  present: OrganisationRow,
  version: number,
  input: object,
  type: string,
): Promise<OrganisationRow> {
  const changes = changesBetween({ ...fieldsOf(present) }, { ...input })
  await refuseOverlap(context, present.id, present, version, changes)
  if (Object.keys(changes).length === 0) return present
  const row = await store.updateOrganisation(context.db, present.id, columnsOf(input), context.now)
  await recordEvent(context, {
    type,
    subject: { kind: 'organisation', id: row.id },
    changes,
    data: { version: row.version },
    audience: 'organisation',
  })
  return row
}

function show(row: OrganisationRow) {
  const { kind, language, ...fields } = fieldsOf(row)
  return {
    id: row.id,
    ...fields,
    kind,
    language: spokenLanguage(language),
    portal: portalOf(kind),
    version: row.version,
  }
}
