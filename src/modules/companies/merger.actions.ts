import type { z } from 'zod'
import { notFound, notPossible, Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { fieldsOf, type OrganisationRow } from '#modules/organisations/organisation-columns.ts'
import { saveFields } from '#modules/organisations/organisations.actions.ts'
import { findOrganisation } from '#modules/organisations/organisations.store.ts'
import { readCompany, tell } from './companies.actions.ts'
import { findCompany, saveCard } from './companies.store.ts'
import { cardInput } from './companies.shapes.contract.ts'
import {
  cardFields,
  differencesOf,
  organisationFields,
  whyNotMerge,
  type MergerField,
  type MergerValue,
} from './merger.rules.ts'
import { countMoves, moveAll } from './merger.store.ts'
import type { registerContract } from './register.contract.ts'

type Contract = typeof registerContract

interface Entry {
  row: OrganisationRow
  card: NonNullable<Awaited<ReturnType<typeof findCompany>>>
  values: Record<MergerField, MergerValue>
}

/** What making two companies one would mean; changes nothing. */
export async function previewMerger(
  context: Context,
  keptId: string,
  otherId: string,
): Promise<z.input<Contract['previewMerger']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const kept = await entryOf(context, keptId)
  const other = await entryOf(context, otherId)
  const shown = (value: MergerValue) => (Array.isArray(value) ? [...value] : (value as string | null))
  return {
    whyNot: whyNotMerge(organisationId, standingOf(kept), standingOf(other)),
    other: { id: other.row.id, name: other.row.name, town: other.row.town },
    fields: differencesOf(kept.values, other.values).map((one) => ({
      ...one,
      kept: shown(one.kept),
      other: shown(one.other),
    })),
    moves: await countMoves(context.db, organisationId, otherId),
    versions: { kept: kept.card.version, other: other.card.version },
  }
}

/** Makes two companies one: fields as chosen, sites and tutors of both, and everything that hung on the other one. */
export async function mergeCompanies(
  context: Context,
  keptId: string,
  { other: otherId, takeFromOther, versions }: z.output<Contract['merge']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  // Locked in one order, so that two merges the other way round wait rather than deadlock.
  for (const id of [keptId, otherId].toSorted()) await findOrganisation(context.db, id, { lock: true })
  const kept = await entryOf(context, keptId)
  const other = await entryOf(context, otherId)
  const why = whyNotMerge(organisationId, standingOf(kept), standingOf(other))
  if (why) throw notPossible(`companies:whyNot.${why}`)
  if (kept.card.version !== versions.kept || other.card.version !== versions.other)
    throw new Problem('conflict', {
      changed: { version: kept.card.version, fields: ['card'], by: null, at: null },
    })
  const take = new Set<MergerField>(takeFromOther)
  const own = organisationFields.filter((field) => take.has(field))
  if (own.length > 0)
    await saveFields(
      context,
      kept.row,
      kept.row.version,
      Object.fromEntries(own.map((field) => [field, other.values[field]])),
      'partner.changed',
    )
  const card = cardInput.parse({
    ...kept.card,
    ...Object.fromEntries(
      cardFields.filter((field) => take.has(field)).map((field) => [field, other.values[field]]),
    ),
    sites: joined(kept.card.sites ?? [], other.card.sites ?? []),
    tutors: joined(kept.card.tutors ?? [], other.card.tutors ?? []),
  })
  await saveCard(context.db, organisationId, keptId, card, kept.card.version, context.now)
  const mobilities = await moveAll(context.db, organisationId, keptId, otherId)
  await tell(context, 'company.merged', keptId, { name: kept.row.name, other: other.row.name, mobilities })
  return readCompany(context, keptId)
}

const joined = <T extends { name: string }>(own: readonly T[], more: readonly T[]): T[] => {
  const known = new Set(own.map(({ name }) => name.toLocaleLowerCase('en')))
  return [...own, ...more.filter(({ name }) => !known.has(name.toLocaleLowerCase('en')))].slice(0, 30)
}

async function entryOf(context: Context, id: string): Promise<Entry> {
  const { organisationId } = memberOf(context.actor)
  const card = await findCompany(context.db, organisationId, id)
  const row = card && (await findOrganisation(context.db, id))
  if (!card || !row) throw notFound()
  const fields = fieldsOf(row)
  const values = {
    ...Object.fromEntries(organisationFields.map((field) => [field, fields[field]])),
    ...Object.fromEntries(cardFields.map((field) => [field, card[field]])),
  } as Record<MergerField, MergerValue>
  return { row, card, values }
}

const standingOf = ({ row }: Entry) => ({ id: row.id, claimed: row.claimed_at !== null, keptBy: row.kept_by })
