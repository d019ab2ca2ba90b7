import { v7 as newId } from 'uuid'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { knownPartners, plainTexts } from './known-partners.store.ts'
import { matchPartners, type MatchedBy, type PartnerPlace } from './match-partners.rules.ts'
import { plainErasmusCode, plainOid } from './oid.rules.ts'
import { organisationKindOf, type PartnershipKind } from './partner-kinds.rules.ts'
import { insertPartnerRows, insertPartnerships } from './partners.store.ts'

/** A partner as a file's row names it. An OID that is none must be left out by the caller. */
export interface NamedPartner {
  name: string
  kind: PartnershipKind
  oid?: string | null
  erasmusCode?: string | null
  country?: string | null
  town?: string | null
  email?: string | null
}

/** The partner that a row means. `by` is null for one that was written down now. */
export interface FoundPartner {
  id: string
  created: boolean
  by: MatchedBy | null
}

/**
 * For each row, in the same order: the partner that is there (by OID, then Erasmus code, then plain name, country and
 * town), or a new one that is written down now; rows that mean the same new partner share it. A fixed number of queries
 * for any number of rows. Only own partners are looked at: an OID in a file does not link to a stranger's organisation.
 */
export async function findOrCreatePartners(
  context: Context,
  rows: readonly NamedPartner[],
): Promise<FoundPartner[]> {
  if (rows.length === 0) return []
  const { organisationId } = memberOf(context.actor)
  const places = matchPartners(
    await plainRows(context, rows),
    await knownPartners(context.db, organisationId),
  )
  const fresh = await createFresh(context, rows, places)
  const found = places.map((place) =>
    'known' in place
      ? { id: place.known, created: false, by: place.by }
      : { id: fresh[place.fresh] ?? '', created: true, by: null },
  )
  const kinds = new Map(
    rows.map((row, i) => {
      const pair = { partnerId: found[i]?.id ?? '', kind: row.kind }
      return [`${pair.partnerId} ${pair.kind}`, pair]
    }),
  )
  await insertPartnerships(context.db, organisationId, [...kinds.values()])
  return found
}

async function plainRows(context: Context, rows: readonly NamedPartner[]) {
  const plain = await plainTexts(
    context.db,
    rows.flatMap((row) => [row.name.trim(), row.town?.trim() ?? '']),
  )
  return rows.map((row, i) => ({
    plainName: plain[2 * i] ?? '',
    plainTown: plain[2 * i + 1] || null,
    country: row.country || null,
    oid: row.oid || null,
    erasmusCode: row.erasmusCode || null,
  }))
}

/** Writes down the new partners; what several rows tell of one is put together, the first word counts. */
async function createFresh(
  context: Context,
  rows: readonly NamedPartner[],
  places: readonly PartnerPlace[],
): Promise<string[]> {
  const { organisationId } = memberOf(context.actor)
  const merged: NamedPartner[] = []
  for (const [i, place] of places.entries()) {
    const row = rows[i]
    if (!row || !('fresh' in place)) continue
    merged[place.fresh] = {
      ...told(row),
      ...told(merged[place.fresh]),
      name: merged[place.fresh]?.name ?? row.name,
      kind: merged[place.fresh]?.kind ?? row.kind,
    }
  }
  const records = merged.map((partner) => ({
    id: newId(),
    name: partner.name.normalize('NFC').trim().slice(0, 300),
    kind: organisationKindOf(partner.kind),
    oid: partner.oid ? plainOid(partner.oid) : null,
    erasmus_code: partner.erasmusCode ? plainErasmusCode(partner.erasmusCode) : null,
    country: partner.country ?? null,
    town: partner.town?.trim() || null,
    email: partner.email?.trim() || null,
    kept_by: organisationId,
  }))
  await insertPartnerRows(context.db, records)
  await recordEvents(
    context,
    records.map((record) => ({
      type: 'partner.added',
      subject: { kind: 'organisation', id: record.id },
      data: { name: record.name, version: 1 },
      audience: 'organisation' as const,
    })),
  )
  return records.map(({ id }) => id)
}

/** Only what a row really tells. */
const told = (row: NamedPartner | undefined): Partial<NamedPartner> =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => Boolean(value)))
