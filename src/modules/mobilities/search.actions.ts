import type { Context } from '#server/context.ts'
import { memberIn } from './mobility-scope.ts'
import { searchAll, type Found } from './search.store.ts'

/** Finds anything by part of its name: only kinds that the membership may read; named-only members find nothing here. */
export async function search(context: Context, text: string): Promise<{ items: Found[] }> {
  const member = memberIn(context)
  if (member.namedMobilitiesOnly) return { items: [] }
  const kinds = new Set<Found['kind']>(['mobility', 'flow'])
  if (member.permissions.has('people.read')) kinds.add('person')
  if (member.permissions.has('projects.read')) kinds.add('project')
  if (member.permissions.has('organisation.read')) kinds.add('partner')
  return { items: await searchAll(context.db, member.organisationId, text, kinds) }
}
