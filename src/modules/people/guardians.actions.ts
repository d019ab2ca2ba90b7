import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { deleteGuardianship, insertGuardianships } from './guardians.store.ts'
import { peopleScope } from './people-scope.actions.ts'
import type { guardianInput } from './people.shapes.contract.ts'
import { createPerson } from './people.actions.ts'
import { showPerson, type ShownPerson } from './person-file.actions.ts'
import { findPerson } from './people.store.ts'

/** Gives a person a guardian, new or known; the event lets the mobilities take the guardian in as a party. */
export async function addGuardian(
  context: Context,
  personId: string,
  input: z.output<typeof guardianInput>,
): Promise<ShownPerson> {
  const scope = peopleScope(context)
  const person = await findPerson(context.db, scope, personId, { lock: true })
  if (!person) throw notFound()
  if (person.kind === 'guardian') throw notPossible('people:whyNot.guardian-needs-none')
  const guardianId = await guardianOf(context, person.id, input)
  const [added] = await insertGuardianships(context.db, [
    { minorId: person.id, guardianId, relation: input.relation },
  ])
  if (!added) throw notPossible('people:whyNot.already-guardian')
  await recordEvent(context, {
    type: 'guardianship.added',
    subject: { kind: 'person', id: person.id },
    data: { minorId: person.id, guardianId, relation: input.relation },
  })
  return showPerson(context, scope, person, 'keeper')
}

async function guardianOf(
  context: Context,
  personId: string,
  input: z.output<typeof guardianInput>,
): Promise<string> {
  if (!('guardian' in input)) {
    const { relation: _, ...fields } = input
    return (await createPerson(context, { ...fields, kind: 'guardian' })).id
  }
  if (input.guardian === personId) throw notPossible('people:whyNot.own-guardian')
  const known = await findPerson(context.db, peopleScope(context), input.guardian)
  if (!known) throw notFound()
  return known.id
}

/** Ends a guardianship. The guardian's file stays: it may be another minor's. */
export async function removeGuardian(context: Context, personId: string, guardianId: string): Promise<void> {
  const person = await findPerson(context.db, peopleScope(context), personId, { lock: true })
  if (!person || !(await deleteGuardianship(context.db, personId, guardianId))) throw notFound()
  await recordEvent(context, {
    type: 'guardianship.removed',
    subject: { kind: 'person', id: personId },
    data: { minorId: personId, guardianId },
  })
}
