import type { Context } from '#server/context.ts'
import { changesBetween, recordEvents } from '#modules/journal/journal.store.ts'
import type { MobilityFullRow } from '#modules/mobilities/edit.store.ts'
import { factsOfHost } from '#modules/mobilities/fact-makers.rules.ts'
import { withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import { syncParties } from '#modules/mobilities/parties.store.ts'
import { setFields, type BulkFields } from './bulk-fields.store.ts'
import { done, type Outcome } from './outcome.ts'

export interface Change {
  row: MobilityFullRow
  fields: BulkFields
}

const names: Record<keyof BulkFields, string> = {
  flow_id: 'flow',
  project_id: 'project',
  hosting_id: 'hosting',
  country: 'country',
  town: 'town',
  departure: 'departure',
  return_date: 'return',
}

/** Writes changed fields of many mobilities with one event each; `words` turns ids into the names that the journal keeps. */
export async function changeFields(
  context: Context,
  changes: readonly Change[],
  words: (field: keyof BulkFields, value: unknown) => unknown,
): Promise<Outcome[]> {
  const versions = await setFields(
    context.db,
    changes.map(({ row, fields }) => ({ id: row.id, ...fields })),
    context.now,
  )
  const newHost = changes
    .filter(({ row, fields }) => fields.hosting_id !== undefined && fields.hosting_id !== row.hosting_id)
    .map(({ row }) => row.id)
  if (newHost.length > 0) {
    await syncParties(context.db, newHost)
    await context.db
      .deleteFrom('mobility_contact')
      .where('mobility_id', 'in', newHost)
      .where('role', '=', 'hosting')
      .execute()
  }
  await recordEvents(
    context,
    changes.map(({ row, fields }) => ({
      type: 'mobility.edited',
      subject: { kind: 'mobility', id: row.id },
      mobilityId: row.id,
      changes: spoken(row, fields, words),
      data: { version: versions.get(row.id), bulk: true },
    })),
  )
  if (newHost.length > 0) await withdrawFacts(context, newHost, factsOfHost)
  return changes.map(({ row, fields }) => done(row.id, before(row, fields, versions.get(row.id) ?? 0)))
}

function spoken(
  row: MobilityFullRow,
  fields: BulkFields,
  words: (field: keyof BulkFields, value: unknown) => unknown,
) {
  const changed = changesBetween(row as unknown as Record<string, unknown>, fields as Record<string, unknown>)
  return Object.fromEntries(
    Object.entries(changed).map(([field, [from, to]]) => {
      const key = field as keyof BulkFields
      return [names[key], [words(key, from), words(key, to)] as [unknown, unknown]]
    }),
  )
}

/** The values to give back, and the version that says whether somebody has changed the row since. */
function before(row: MobilityFullRow, fields: BulkFields, version: number): Record<string, unknown> {
  const values = Object.fromEntries(
    Object.keys(fields).map((field) => [field, row[field as keyof BulkFields]]),
  )
  return { version, fields: values }
}
