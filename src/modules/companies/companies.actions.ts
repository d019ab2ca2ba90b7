import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { filesNamed } from '#modules/files/files.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { createPartner } from '#modules/organisations/partners.actions.ts'
import { checksThatFail, standingOf, usualChecks, validUntilOf, type CheckKind } from './checks.rules.ts'
import type { companiesContract } from './companies.contract.ts'
import { cardInput } from './companies.shapes.contract.ts'
import * as store from './companies.store.ts'
import { freeOf, freePlacesBy, noPlaces } from './free-places.actions.ts'
import * as register from './register.store.ts'

type Contract = typeof companiesContract
type Shown = z.input<Contract['read']['answer']>

/** One page of the register; each with the required checks that do not hold today. */
export async function listCompanies(
  context: Context,
  { limit, cursor, sort, ...filter }: z.output<Contract['list']['query']>,
) {
  const { organisationId } = memberOf(context.actor)
  const { checks } = await readChecks(context)
  const today = todayOf(context)
  const required = checks.filter((kind) => kind.required).map(({ key }) => key)
  const places = await freePlacesBy(context)
  const found = await register.listCompanies(
    context.db,
    organisationId,
    { ...filter, required, today, places: [...places].map(([id, one]) => ({ id, free: freeOf(one) })) },
    { limit, cursor, sort },
  )
  return {
    ...found,
    items: found.items.map(({ checks: done, ...company }) => ({
      ...company,
      ...(places.get(company.id) ?? noPlaces),
      failing: checksThatFail(checks, done, today),
    })),
  }
}

/** Writes a company down as a partner, with its card where something is known. */
export async function addCompany(
  context: Context,
  { name, field, employees, tutors, ...reach }: z.output<Contract['add']['body']>,
): Promise<Shown> {
  const { id } = await createPartner(context, { name, kinds: ['company'], ...reach })
  if (!field && typeof employees !== 'number' && tutors.length === 0) return readCompany(context, id)
  return saveCard(context, id, { ...cardInput.parse({ field, employees, tutors }), version: 0 })
}

export async function readCompany(context: Context, companyId: string): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const row = await store.findCompany(context.db, organisationId, companyId)
  if (!row) throw notFound()
  const { checks: kinds } = await readChecks(context)
  const done = new Map(
    (await store.checksOf(context.db, organisationId, [companyId])).map((one) => [one.key, one]),
  )
  const { id, name, town, country, email, phone, version, archived, average, ratings, ...card } = row
  return {
    id,
    name,
    town,
    country,
    email,
    phone,
    version,
    archived,
    ratings: { average, count: ratings },
    freePlaces: (await freePlacesBy(context, id)).get(id) ?? noPlaces,
    card: card as Shown['card'],
    checks: kinds.map((kind) => {
      const one = done.get(kind.key)
      return {
        ...kind,
        standing: standingOf(one, todayOf(context)),
        checkedOn: one?.checkedOn ?? null,
        validUntil: one?.validUntil ?? null,
        fileId: one?.fileId ?? null,
        note: one?.note ?? null,
        checkedBy: one?.checkedBy ?? null,
      }
    }),
  }
}

export async function saveCard(
  context: Context,
  companyId: string,
  { version, ...card }: z.output<Contract['saveCard']['body']>,
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const present = await readCompany(context, companyId)
  const saved =
    present.version === version &&
    (await store.saveCard(context.db, organisationId, companyId, card, version, context.now))
  if (!saved)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['card'], by: null, at: null },
    })
  await tell(context, 'company.card-saved', companyId, { name: present.name })
  return readCompany(context, companyId)
}

export async function saveCheck(
  context: Context,
  companyId: string,
  key: string,
  check: z.output<Contract['saveCheck']['body']>['check'],
): Promise<Shown> {
  const { organisationId } = memberOf(context.actor)
  const { name } = await readCompany(context, companyId)
  const kind = (await readChecks(context)).checks.find((one) => one.key === key)
  if (!kind) throw notFound()
  if (check?.fileId && !(await filesNamed(context.db, organisationId, [check.fileId])).has(check.fileId))
    throw invalidField('check.fileId', 'not-there', 'There is no such file.')
  if (check?.validUntil && check.validUntil < check.checkedOn)
    throw invalidField('check.validUntil', 'companies:field.before-check', 'It ends before the check.')
  const whole = check && {
    ...check,
    validUntil: check.validUntil === undefined ? validUntilOf(kind, check.checkedOn) : check.validUntil,
  }
  await store.saveCheck(
    context.db,
    { organisationId, companyId, check: key },
    whole,
    labelOf(context.actor),
    context.now,
  )
  await tell(context, 'company.checked', companyId, { name, check: key, state: check?.state ?? null })
  return readCompany(context, companyId)
}

/** What the organisation checks: its own list, or the usual one. */
export async function readChecks(
  context: Context,
): Promise<{ checks: CheckKind[]; own: boolean; version: number }> {
  const own = await store.ownChecks(context.db, memberOf(context.actor).organisationId)
  if (own && own.checks.length > 0) return { ...own, own: true }
  return { checks: [...usualChecks], own: false, version: own?.version ?? 0 }
}

export async function setChecks(
  context: Context,
  { checks, version }: z.output<Contract['setChecks']['body']>,
) {
  const { organisationId } = memberOf(context.actor)
  if (new Set(checks.map(({ key }) => key)).size < checks.length)
    throw invalidField('checks', 'companies:field.twice', 'A check is there twice.')
  if (!(await store.saveChecks(context.db, organisationId, checks, version, context.now)))
    throw new Problem('conflict', { changed: { version, fields: ['checks'], by: null, at: null } })
  await tell(context, 'company.checks-set', organisationId, {})
  return readChecks(context)
}

export const tell = (
  context: Context,
  type: string,
  id: string,
  data: Record<string, string | number | null>,
): Promise<void> =>
  recordEvent(context, { type, subject: { kind: 'company', id }, data, audience: 'organisation' })
