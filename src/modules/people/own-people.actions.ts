import type { z } from 'zod'
import { invalid, notAllowed, notFound, Problem } from '#shared/problems.ts'
import type { PersonActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { maySetOwn } from './people.access.ts'
import { refuseBirthDate, saveFields } from './people.actions.ts'
import { today } from './people-scope.actions.ts'
import { isMinor, stillMissing, type PersonField } from './people.rules.ts'
import type { ownPersonInput } from './people.shapes.contract.ts'
import { fieldsOf } from './people.store.ts'
import { lastChecks } from './person-file.store.ts'
import { ownFiles } from './own-people.store.ts'

type OwnFile = Awaited<ReturnType<typeof ownFiles>>[number]
type Check = Awaited<ReturnType<typeof lastChecks>>[number]

/** The own files and those of minors in one's care. */
export async function listOwnPeople(context: Context) {
  const files = await ownFiles(context.db, personOf(context).personIds)
  const checks = await lastChecks(
    context.db,
    files.map(({ id }) => id),
  )
  return { items: files.map((file) => show(context, file, checks)) }
}

/** Completes an own file. Fields that papers rest on are open only while they are empty. */
export async function editOwnPerson(
  context: Context,
  id: string,
  version: number,
  input: z.output<typeof ownPersonInput>,
) {
  const file = await lockOwn(context, id)
  refuseBirthDate(context, input.birthDate)
  const present = fieldsOf(file)
  for (const [field, value] of Object.entries(input)) {
    const name = field as PersonField
    if (value !== undefined && value !== present[name] && !maySetOwn(name, present[name]))
      throw notAllowed('people:whyNot.ask-the-school')
  }
  await saveFields(context, file, version, input)
  return readOwn(context, id)
}

/**
 * Says that the data are complete and right. The event's `by` tells whether the person or a guardian said so; the
 * mobilities take their facts from it.
 */
export async function checkOwnPerson(context: Context, id: string) {
  const file = await lockOwn(context, id)
  const missing = stillMissing(fieldsOf(file))
  if (missing.length > 0)
    throw invalid(missing.map((field) => ({ field, code: 'needed', message: 'This is still missing.' })))
  await recordEvent(context, {
    type: 'person.data-checked',
    subject: { kind: 'person', id: file.id },
    organisationId: file.organisation_id,
    data: { by: file.isOwn ? 'participant' : 'guardian' },
  })
  return readOwn(context, id)
}

function personOf({ actor }: Context): PersonActor {
  if (actor.kind === 'person') return actor
  throw new Problem('not-signed-in')
}

async function lockOwn(context: Context, id: string): Promise<OwnFile> {
  const [file] = await ownFiles(context.db, personOf(context).personIds, { only: id, lock: true })
  if (!file) throw notFound()
  return file
}

async function readOwn(context: Context, id: string) {
  const [file] = await ownFiles(context.db, personOf(context).personIds, { only: id })
  if (!file) throw notFound()
  return show(context, file, await lastChecks(context.db, [id]))
}

function show(context: Context, file: OwnFile, checks: readonly Check[]) {
  const fields = fieldsOf(file)
  const names = Object.keys(fields) as PersonField[]
  return {
    ...fields,
    id: file.id,
    version: file.version,
    relation: file.isOwn ? ('self' as const) : ('guardian' as const),
    organisation: { id: file.organisation_id, name: file.organisationName },
    minor: isMinor(file.birth_date, today(context)),
    editable: names.filter((field) => maySetOwn(field, fields[field])),
    missing: stillMissing(fields),
    checked: checks.filter(({ personId }) => personId === file.id).map(({ by, at }) => ({ by, at })),
  }
}
