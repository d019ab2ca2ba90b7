import type { z } from 'zod'
import { invalidField, notAllowed, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { saveHolders, showDuties } from './duties.actions.ts'
import { contactsOf } from './duties.store.ts'
import { invite, showInvitation } from './invitations.actions.ts'
import { latestForPartner } from './invitations.store.ts'
import { findDuplicates } from './known-partners.store.ts'
import type { holderInput } from './members.contract.ts'
import { plainErasmusCode, plainOid } from './oid.rules.ts'
import { columnsOf, fieldsOf } from './organisation-columns.ts'
import { saveFields } from './organisations.actions.ts'
import { findOrganisation, insertOrganisation } from './organisations.store.ts'
import { organisationKindOf, partnershipKindOf, type PartnershipKind } from './partner-kinds.rules.ts'
import { whyNotEditPartner } from './partners.access.ts'
import type { partnersContract } from './partners.contract.ts'
import * as store from './partners.store.ts'

type Contract = typeof partnersContract

export async function listPartners(context: Context, query: z.output<Contract['listPartners']['query']>) {
  const page = await store.listPartners(context.db, memberOf(context.actor).organisationId, query, query)
  return { next: page.next, items: page.items.map(showItem) }
}

export async function findPartnerDuplicates(
  context: Context,
  query: z.output<Contract['findPartnerDuplicates']['query']>,
) {
  const items = await findDuplicates(context.db, memberOf(context.actor).organisationId, {
    name: query.name,
    country: query.country ?? null,
    oid: query.oid ? plainOid(query.oid) : null,
    erasmusCode: query.erasmusCode ? plainErasmusCode(query.erasmusCode) : null,
    except: query.except ?? null,
  })
  return { items }
}

export async function readPartner(context: Context, id: string) {
  const { organisationId } = memberOf(context.actor)
  const row = await load(context, id)
  const contacts = await contactsOf(context.db, id)
  const invitation = await latestForPartner(context.db, organisationId, id)
  return {
    ...showItem(row),
    note: row.note,
    contacts: showDuties(contacts, context.now.toISOString().slice(0, 10), []),
    whyNotEdit: whyNotEditPartner(organisationId, standing(row)),
    invitation: invitation ? showInvitation(context, invitation) : null,
  }
}

/** Writes a partner down; it needs no account. A second one with the same OID is refused. */
export async function createPartner(context: Context, input: z.output<Contract['createPartner']['body']>) {
  const { organisationId } = memberOf(context.actor)
  await refuseOid(context, input.oid, null)
  const { kinds, note, ...fields } = input
  const row = await insertOrganisation(context, {
    ...columnsOf(fields),
    name: input.name,
    kind: organisationKindOf(kinds[0] ?? 'host'),
    kept_by: organisationId,
  })
  await store.insertPartnerships(
    context.db,
    organisationId,
    kinds.map((kind) => ({ partnerId: row.id, kind, note: note ?? null })),
  )
  await record(context, 'partner.added', row.id, { name: row.name, kinds, version: row.version })
  return readPartner(context, row.id)
}

/** Makes an organisation that works here a partner. Its OID shows that one knows it; an id alone tells nothing. */
export async function linkPartner(
  context: Context,
  id: string,
  input: { oid: string; kinds: readonly PartnershipKind[] },
) {
  const { organisationId } = memberOf(context.actor)
  const row = await findOrganisation(context.db, id)
  if (!row?.claimed_at || row.id === organisationId || row.oid !== plainOid(input.oid)) throw notFound()
  await store.insertPartnerships(
    context.db,
    organisationId,
    input.kinds.map((kind) => ({ partnerId: id, kind })),
  )
  await record(context, 'partner.added', id, { name: row.name, kinds: input.kinds })
  return readPartner(context, id)
}

/** Saves fields of a partner that nobody of its own keeps. Throws `conflict` where somebody changed the same meanwhile. */
export async function editPartner(
  context: Context,
  id: string,
  version: number,
  input: z.output<Contract['editPartner']['body']>,
) {
  await loadOwn(context, id)
  const present = await findOrganisation(context.db, id, { lock: true })
  if (!present) throw notFound()
  await refuseOid(context, input.oid, id)
  await saveFields(context, present, version, input, 'partner.changed')
  return readPartner(context, id)
}

export async function putPartnership(
  context: Context,
  id: string,
  input: z.output<Contract['putPartnership']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  const before = await load(context, id)
  const kinds = [...new Set(input.kinds)]
  const endedAt = input.archived ? context.now : null
  await store.savePartnership(context.db, organisationId, id, kinds, input.note ?? null, endedAt)
  const type = { true: 'partner.archived', false: 'partner.restored' }[`${input.archived}`]
  await recordEvent(context, {
    type: before.archived === input.archived ? 'partnership.changed' : type,
    subject: { kind: 'organisation', id },
    changes: {
      kinds: [kindsOf(before), kinds],
      note: [before.note, input.note ?? null],
      archived: [before.archived, input.archived],
    },
    audience: 'organisation',
  })
  return readPartner(context, id)
}

export async function putPartnerContacts(
  context: Context,
  id: string,
  duty: string,
  holders: readonly z.output<typeof holderInput>[],
) {
  await loadOwn(context, id)
  await saveHolders(context, id, duty, holders)
  return readPartner(context, id)
}

/** Mails somebody of the partner; on acceptance the record becomes the partner's own. */
export async function invitePartner(
  context: Context,
  id: string,
  input: z.output<Contract['invitePartner']['body']>,
) {
  const partner = await loadOwn(context, id)
  return invite(context, {
    kind: 'partner',
    email: input.email.toLowerCase(),
    name: input.name ?? null,
    roles: [],
    language: input.language,
    message: input.message ?? null,
    partner,
  })
}

async function load(context: Context, id: string): Promise<store.PartnerRow> {
  const row = await store.findPartner(context.db, memberOf(context.actor).organisationId, id)
  if (!row) throw notFound()
  return row
}

/** A partner whose fields the organisation may change. */
async function loadOwn(context: Context, id: string): Promise<store.PartnerRow> {
  const row = await load(context, id)
  const why = whyNotEditPartner(memberOf(context.actor).organisationId, standing(row))
  if (why) throw notAllowed(`organisations:whyNot.${why}`)
  return row
}

async function refuseOid(
  context: Context,
  oid: string | null | undefined,
  except: string | null,
): Promise<void> {
  if (!oid) return
  const asked = { name: '', country: null, oid, erasmusCode: null, except }
  const found = await findDuplicates(context.db, memberOf(context.actor).organisationId, asked)
  const other = found.find((one) => one.by === 'oid' && one.partner)
  if (other)
    throw invalidField('oid', 'organisations:oid.partner', 'Another partner has this OID.', {
      name: other.name,
    })
}

const record = (context: Context, type: string, id: string, data: Record<string, unknown>): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'organisation', id }, data, audience: 'organisation' })

const standing = (row: store.PartnerRow) => ({ claimed: row.claimed_at !== null, keptBy: row.kept_by })
const kindsOf = (row: store.PartnerRow): PartnershipKind[] => row.kinds ?? [partnershipKindOf(row.kind)]

function showItem(row: store.PartnerRow) {
  const { language: _language, timeZone: _timeZone, ...fields } = fieldsOf(row)
  return {
    id: row.id,
    ...fields,
    kinds: kindsOf(row),
    claimed: row.claimed_at !== null,
    archived: row.archived,
    mobilities: row.mobilities,
    version: row.version,
  }
}
