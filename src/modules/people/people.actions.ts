import type { z } from 'zod'
import { notFound, invalidField } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { matchPeople } from './known-people.rules.ts'
import { knownPeople, plainNames } from './known-people.store.ts'
import { peopleScope, today } from './people-scope.actions.ts'
import { showPerson, type ShownPerson } from './person-file.actions.ts'
import { historyOf } from './person-file.store.ts'
import type { peopleContract } from './people.contract.ts'
import { isMinor, personKinds, whyNotBirthDate, type PersonFields } from './people.rules.ts'
import * as store from './people.store.ts'

type Contract = typeof peopleContract
type PersonInput = z.output<Contract['createPerson']['body']>
type PersonEdit = z.output<Contract['editPerson']['body']>

export async function listPeople(context: Context, query: z.output<Contract['listPeople']['query']>) {
  const day = today(context)
  const page = await store.listPeople(context.db, peopleScope(context), query, query, day)
  return {
    ...page,
    items: page.items.map(({ sortName: _, ...item }) => ({
      ...item,
      kind: item.kind as PersonFields['kind'],
      minor: isMinor(item.birthDate, day),
    })),
  }
}

/** Files that may be the person a form describes, the certain one first. */
export async function findDuplicates(context: Context, query: z.output<Contract['findDuplicates']['query']>) {
  const scope = peopleScope(context)
  const [plainName = ''] = await plainNames(context.db, [`${query.familyName} ${query.givenName}`])
  const known = await knownPeople(context.db, scope.organisationId, personKinds)
  const [match] = matchPeople(
    [{ ...query, plainName }],
    known.filter(({ id }) => id !== query.except),
  )
  const found = match ? [...(match.exact ? [match.exact] : []), ...match.likely] : []
  return {
    items: found.slice(0, 10).map(({ person: { plainName: _, ...person }, by, likeness }) => ({
      ...person,
      by,
      likeness: Math.round(likeness * 100) / 100,
      certain: person.id === match?.exact?.person.id,
    })),
  }
}

export async function readHistory(
  context: Context,
  id: string,
  page: { limit: number; cursor?: string | undefined },
) {
  if (!(await store.findPerson(context.db, peopleScope(context), id))) throw notFound()
  return historyOf(context.db, id, page)
}

export async function createPerson(context: Context, input: PersonInput): Promise<ShownPerson> {
  const scope = peopleScope(context)
  await refuseMistakes(context, scope.organisationId, input, null)
  const row = await store.insertPerson(context.db, {
    ...store.columnsOf(input),
    kind: input.kind,
    given_name: input.givenName,
    organisation_id: scope.organisationId,
  })
  await recordEvent(context, {
    type: 'person.created',
    subject: { kind: 'person', id: row.id },
    data: { version: row.version, kind: row.kind },
  })
  return showPerson(context, scope, row, 'keeper')
}

/** Saves the fields sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editPerson(
  context: Context,
  id: string,
  version: number,
  input: PersonEdit,
): Promise<ShownPerson> {
  const scope = peopleScope(context)
  const present = await store.findPerson(context.db, scope, id, { lock: true })
  if (!present) throw notFound()
  await refuseMistakes(context, scope.organisationId, input, id)
  const row = await saveFields(context, present, version, input)
  return showPerson(context, scope, row, 'keeper')
}

/** Saves fields of a locked file that differ, as one version and one event. */
export async function saveFields(
  context: Context,
  present: store.PersonRow,
  version: number,
  input: PersonEdit,
): Promise<store.PersonRow> {
  const changes = changesBetween({ ...store.fieldsOf(present) }, input)
  await refuseOverlap(context, present.id, present, version, changes)
  if (Object.keys(changes).length === 0) return present
  const row = await store.updatePerson(context.db, present.id, store.columnsOf(input), context.now)
  await recordEvent(context, {
    type: 'person.changed',
    subject: { kind: 'person', id: row.id },
    organisationId: row.organisation_id,
    changes,
    data: { version: row.version },
  })
  return row
}

async function refuseMistakes(
  context: Context,
  organisationId: string,
  input: { birthDate?: string | null | undefined; studentNumber?: string | null | undefined },
  except: string | null,
): Promise<void> {
  refuseBirthDate(context, input.birthDate)
  if (
    input.studentNumber &&
    (await store.numberTaken(context.db, organisationId, input.studentNumber, except))
  )
    throw invalidField('studentNumber', 'taken', 'Another file has this student number.')
}

/** Refuses a birth date that cannot be right. */
export function refuseBirthDate(context: Context, birthDate: string | null | undefined): void {
  const why = birthDate ? whyNotBirthDate(birthDate, today(context)) : null
  if (why) throw invalidField('birthDate', why, 'This birth date cannot be right.')
}
