import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import { areRelated } from './guardians.store.ts'
import { countOf, moveFile } from './merge-people.store.ts'
import { peopleScope } from './people-scope.actions.ts'
import { takenOver, whyNotMerge, type PersonField } from './people.rules.ts'
import { columnsOf, fieldsOf, findPerson, updatePerson, type PersonRow } from './people.store.ts'
import type { mergePreview } from './people.shapes.contract.ts'
import { showPerson, type ShownPerson } from './person-file.actions.ts'

/**
 * Makes two files of one person one. The kept file's own fields win; what it lacks comes from the other one, which ends.
 * Both histories stay readable. The event names the mobilities that changed hands.
 */
export async function mergePeople(context: Context, keptId: string, otherId: string): Promise<ShownPerson> {
  const scope = peopleScope(context)
  const [kept, other] = await lockBoth(context, keptId, otherId)
  const why = await whyNot(context, kept, other)
  if (why) throw notPossible(`people:whyNot.${why}`)
  const before = fieldsOf(kept)
  const taken = takenOver(before, fieldsOf(other))
  const mobilityIds = await moveFile(context.db, other.id, kept.id)
  const userId = kept.user_id ?? other.user_id
  const row = await updatePerson(context.db, kept.id, { ...columnsOf(taken), user_id: userId }, context.now)
  await recordEvent(context, {
    type: 'person.merged',
    subject: { kind: 'person', id: kept.id },
    changes: changesBetween({ ...before }, taken),
    data: {
      version: row.version,
      other: other.id,
      otherName: `${other.given_name} ${other.family_name}`.trim(),
      mobilityIds,
    },
  })
  return showPerson(context, scope, row, 'keeper')
}

/** What a merge would do, for the person who decides; changes nothing. */
export async function previewMerge(
  context: Context,
  keptId: string,
  otherId: string,
): Promise<z.input<typeof mergePreview>> {
  const scope = peopleScope(context)
  const kept = await findPerson(context.db, scope, keptId)
  const other = await findPerson(context.db, scope, otherId)
  if (!kept || !other) throw notFound()
  const keptFields = fieldsOf(kept)
  const otherFields = fieldsOf(other)
  const takes = Object.keys(takenOver(keptFields, otherFields))
  const differing = Object.keys(changesBetween({ ...keptFields }, { ...otherFields }))
  return {
    whyNot: await whyNot(context, kept, other),
    other: { ...otherFields, id: other.id },
    takes,
    keeps: differing.filter(
      (field) => !takes.includes(field) && (otherFields[field as PersonField] ?? '') !== '',
    ),
    ...(await countOf(context.db, other.id)),
  }
}

async function whyNot(context: Context, kept: PersonRow, other: PersonRow): Promise<string | null> {
  const why = whyNotMerge({ id: kept.id, userId: kept.user_id }, { id: other.id, userId: other.user_id })
  if (why) return why
  return (await areRelated(context.db, kept.id, other.id)) ? 'guardian-of-each-other' : null
}

/** Both rows locked in one order, so that two merges the other way round wait rather than deadlock. */
async function lockBoth(context: Context, keptId: string, otherId: string): Promise<[PersonRow, PersonRow]> {
  const rows = new Map<string, PersonRow>()
  for (const id of [...new Set([keptId, otherId])].sort()) {
    const row = await findPerson(context.db, peopleScope(context), id, { lock: true })
    if (!row) throw notFound()
    rows.set(id, row)
  }
  const kept = rows.get(keptId)
  const other = rows.get(otherId)
  if (!kept || !other) throw notFound()
  return [kept, other]
}
