import type { z } from 'zod'
import { invalidField, notFound, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { isMinor } from '#modules/people/people.rules.ts'
import { isBic, maskedIban, plainIban, whyNotIban } from './account.rules.ts'
import * as store from './accounts.store.ts'
import type { paymentsContract } from './payments.contract.ts'

type Contract = typeof paymentsContract
type AccountInput = z.output<Contract['setAccount']['body']>
type PersonAccountInput = z.output<Contract['setPersonAccount']['body']>
type ShownPersonAccount = z.input<Contract['readPersonAccount']['answer']>

export async function readAccount(context: Context) {
  const member = memberOf(context.actor)
  const row = await store.findOrganisationAccount(context.db, member.organisationId)
  if (!row) return { account: null }
  const iban = member.permissions.has('money.edit') ? row.iban : maskedIban(row.iban)
  return { account: { holder: row.holder, iban, bic: row.bic, version: row.version } }
}

export async function setAccount(context: Context, input: AccountInput) {
  const { organisationId } = memberOf(context.actor)
  refuseStale(await store.findOrganisationAccount(context.db, organisationId, { lock: true }), input.version)
  await store.saveOrganisationAccount(context.db, organisationId, checked(input), context.now)
  await recordEvent(context, {
    type: 'organisation.account-set',
    subject: { kind: 'organisation-account', id: organisationId },
    data: { iban: maskedIban(plainIban(input.iban)) },
    audience: 'organisation',
  })
  return readAccount(context)
}

/** A person's account, for those of the organisation who see money. */
export async function readPersonAccount(context: Context, personId: string): Promise<ShownPersonAccount> {
  const member = memberOf(context.actor)
  const person = await store.findOwnPerson(context.db, member.organisationId, personId)
  if (!person) throw notFound()
  return show(context, personId, member.permissions.has('money.edit'))
}

export async function setPersonAccount(
  context: Context,
  personId: string,
  input: PersonAccountInput,
): Promise<ShownPersonAccount> {
  const person = await store.findOwnPerson(context.db, memberOf(context.actor).organisationId, personId)
  if (!person) throw notFound()
  await save(context, person, input)
  return show(context, personId, true)
}

/** One's own account, or that of a minor in one's care. */
export async function readOwnAccount(context: Context, personId: string): Promise<ShownPersonAccount> {
  await personInCare(context, personId)
  return show(context, personId, false)
}

export async function setOwnAccount(
  context: Context,
  personId: string,
  input: PersonAccountInput,
): Promise<ShownPersonAccount> {
  await save(context, await personInCare(context, personId), input)
  return show(context, personId, false)
}

async function personInCare(context: Context, personId: string) {
  const { actor } = context
  const person = await store.findPersonInCare(
    context.db,
    actor.kind === 'person' ? actor.personIds : [],
    personId,
  )
  if (!person) throw notFound()
  return person
}

async function show(context: Context, personId: string, whole: boolean): Promise<ShownPersonAccount> {
  const row = await store.findPersonAccount(context.db, personId)
  if (!row) return { account: null }
  return {
    account: {
      holder: row.holder,
      iban: whole ? row.iban : maskedIban(row.iban),
      bic: row.bic,
      holderKind: row.holder_kind as 'self' | 'guardian' | 'other',
      version: row.version,
    },
  }
}

async function save(
  context: Context,
  person: { id: string; birth_date: string | null; organisation_id: string },
  input: PersonAccountInput,
): Promise<void> {
  // A minor's own account is possible; an account of "somebody else" needs a person of full age.
  if (input.holderKind === 'other' && isMinor(person.birth_date, context.now.toISOString().slice(0, 10)))
    throw invalidField(
      'holderKind',
      'payments:field.guardian-needed',
      'A minor’s grant goes to the own account or a guardian’s.',
    )
  refuseStale(await store.findPersonAccount(context.db, person.id, { lock: true }), input.version)
  const values = { ...checked(input), holderKind: input.holderKind, by: labelOf(context.actor) }
  await store.savePersonAccount(
    context.db,
    { personId: person.id, organisationId: person.organisation_id },
    values,
    context.now,
  )
  await recordEvent(context, {
    type: 'person.account-set',
    subject: { kind: 'bank-account', id: person.id },
    organisationId: person.organisation_id,
    data: { iban: maskedIban(values.iban), holderKind: input.holderKind },
    audience: 'organisation',
  })
}

/** Two who change one account at once are told: the later one must not bring an old number back. */
function refuseStale(
  row: { version: number; updated_at: Date } | undefined,
  version: number | undefined,
): void {
  if (version === undefined || (row?.version ?? 0) === version) return
  throw new Problem('conflict', {
    changed: {
      version: row?.version ?? 0,
      fields: ['iban'],
      by: null,
      at: row?.updated_at.toISOString() ?? null,
    },
  })
}

function checked({ holder, iban, bic }: AccountInput): store.AccountValues {
  const plain = plainIban(iban).toUpperCase()
  const mistake = whyNotIban(plain)
  if (mistake)
    throw invalidField('iban', `payments:iban.${mistake}`, 'This is not an IBAN that can be paid to.')
  const code = bic?.toUpperCase() || null
  if (code && !isBic(code)) throw invalidField('bic', 'payments:field.bic', 'This is not a BIC.')
  return { holder, iban: plain, bic: code }
}
