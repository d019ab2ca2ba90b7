import { invalidField, notAllowed, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { contactDuties } from './contact-duties.rules.ts'
import { factOfContact } from './fact-makers.rules.ts'
import { recordFacts, withdrawFacts } from './facts.actions.ts'
import type { PartyRole } from './party-roles.rules.ts'
import { holdingIn } from './record.actions.ts'
import { contactsToEdit } from './mobilities.access.ts'
import { contactsOf, partiesOf } from './record.store.ts'

export interface ContactInput {
  name: string
  email?: string | null | undefined
  phone?: string | null | undefined
}

/** Names, changes or (with an empty name) takes away a party's contact for one duty. */
export async function setContact(
  context: Context,
  mobilityId: string,
  role: PartyRole,
  duty: string,
  input: ContactInput,
) {
  const holding = await holdingIn(context, mobilityId)
  if (!contactDuties(role).includes(duty))
    throw invalidField('duty', 'mobilities:field.no-duty', 'There is no such duty.')
  const parties = await partiesOf(context.db, mobilityId)
  const claimed = (one: string): boolean =>
    parties.some((party) => party.role === one && party.claimed === true)
  if (!contactsToEdit(holding, { hosting: claimed('hosting'), company: claimed('company') }).includes(role))
    throw notAllowed('mobilities:whyNot.not-your-contact')
  const party = parties.find((one) => one.role === role)
  if (!party) throw notPossible('mobilities:whyNot.no-such-party')
  await save(context, mobilityId, { role, duty, organisationId: party.organisationId }, input)
  return {
    items: (await contactsOf(context.db, mobilityId)).map((contact) => ({
      ...contact,
      role: contact.role as PartyRole,
    })),
  }
}

async function save(
  context: Context,
  mobilityId: string,
  place: { role: PartyRole; duty: string; organisationId: string | null },
  input: ContactInput,
): Promise<void> {
  const { db, now } = context
  const values = {
    name: input.name,
    email: input.email ?? null,
    phone: input.phone ?? null,
    organisation_id: place.organisationId,
    updated_at: now,
  }
  if (input.name === '') {
    await db
      .deleteFrom('mobility_contact')
      .where('mobility_id', '=', mobilityId)
      .where('role', '=', place.role)
      .where('duty', '=', place.duty)
      .execute()
  } else {
    await db
      .insertInto('mobility_contact')
      .values({ mobility_id: mobilityId, role: place.role, duty: place.duty, ...values })
      .onConflict((conflict) => conflict.columns(['mobility_id', 'role', 'duty']).doUpdateSet(values))
      .execute()
  }
  await recordEvent(context, {
    type: 'mobility.contact-named',
    subject: { kind: 'mobility', id: mobilityId },
    mobilityId,
    data: { role: place.role, duty: place.duty, name: input.name },
  })
  const fact = factOfContact(place.role, place.duty)
  if (fact && input.name) await recordFacts(context, [{ mobilityId, name: fact }])
  if (fact && !input.name) await withdrawFacts(context, [mobilityId], [fact])
}
