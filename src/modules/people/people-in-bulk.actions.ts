import { v7 as newId } from 'uuid'
import type { Insertable } from 'kysely'
import type { Context } from '#server/context.ts'
import type { Person } from '#server/database/schema.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { placeGuardians } from './guardians.rules.ts'
import { insertGuardianships } from './guardians.store.ts'
import { matchPeople, type AskedPerson, type Match } from './known-people.rules.ts'
import { knownPeople, plainNames } from './known-people.store.ts'
import { peopleScope } from './people-scope.actions.ts'
import type { PersonFields, PersonKind } from './people.rules.ts'
import { columnsOf, insertPeopleRows } from './people.store.ts'

/** A new file: its kind and given name, and whatever else is known. */
export type NewPerson = Partial<PersonFields> & Pick<PersonFields, 'kind' | 'givenName'>

/**
 * For each person asked for, in the same order: the file that is theirs, and those that may be. Works for thousands at once.
 * Guardians are no travellers: only files of `kinds` are looked at, because guardians often share an e-mail address with them.
 */
export async function findKnownPeople(
  context: Context,
  asked: readonly AskedPerson[],
  kinds: readonly PersonKind[] = ['learner', 'staff'],
): Promise<Match[]> {
  const { organisationId } = peopleScope(context)
  const plain = await plainNames(
    context.db,
    asked.map((one) => `${one.familyName} ${one.givenName}`),
  )
  const known = await knownPeople(context.db, organisationId, kinds)
  return matchPeople(
    asked.map((one, i) => ({ ...one, plainName: plain[i] ?? '' })),
    known,
  )
}

/** Opens many files, one event each; answers their ids in the same order. */
export async function createPeople(context: Context, people: readonly NewPerson[]): Promise<string[]> {
  const { organisationId } = peopleScope(context)
  const rows: (Insertable<Person> & { id: string })[] = people.map((person) => ({
    ...columnsOf(person),
    kind: person.kind,
    given_name: person.givenName,
    organisation_id: organisationId,
    id: newId(),
  }))
  await insertPeopleRows(context.db, rows)
  await recordEvents(
    context,
    rows.map((row) => ({
      type: 'person.created',
      subject: { kind: 'person', id: row.id },
      data: { version: 1, kind: row.kind },
    })),
  )
  return rows.map((row) => row.id)
}

export interface NewGuardian {
  minorId: string
  givenName: string
  familyName?: string | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
  language?: string | undefined
  relation?: string | undefined
}

/**
 * Gives many people their guardians. A guardian whose file is here (same name with the same e-mail address or phone) is
 * linked, two rows with the same guardian make one file. Answers the guardians' ids in the same order.
 */
export async function createGuardians(
  context: Context,
  guardians: readonly NewGuardian[],
): Promise<string[]> {
  const { organisationId } = peopleScope(context)
  const plain = await plainNames(
    context.db,
    guardians.map((one) => `${one.familyName ?? ''} ${one.givenName}`),
  )
  const { places, fresh } = placeGuardians(
    guardians.map((one, i) => ({ ...one, plainName: plain[i] ?? '' })),
    await knownPeople(context.db, organisationId, ['guardian', 'staff']),
  )
  const created = await createPeople(context, fresh.map(fileOf))
  const ids = places.map((place) => ('known' in place ? place.known : (created[place.fresh] ?? '')))
  await linkGuardians(context, guardians, ids)
  return ids
}

function fileOf(guardian: NewGuardian): NewPerson {
  return {
    kind: 'guardian',
    givenName: guardian.givenName,
    familyName: guardian.familyName ?? '',
    email: guardian.email ?? null,
    phone: guardian.phone ?? null,
    ...(guardian.language ? { language: guardian.language } : {}),
  }
}

async function linkGuardians(
  context: Context,
  guardians: readonly NewGuardian[],
  ids: readonly string[],
): Promise<void> {
  const pairs = guardians.map((guardian, i) => ({
    minorId: guardian.minorId,
    guardianId: ids[i] ?? '',
    relation: guardian.relation ?? 'guardian',
  }))
  const added = await insertGuardianships(context.db, pairs)
  await recordEvents(
    context,
    added.map((pair) => ({
      type: 'guardianship.added',
      subject: { kind: 'person', id: pair.minorId },
      data: pair,
    })),
  )
}
