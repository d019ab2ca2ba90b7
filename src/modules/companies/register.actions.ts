import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import * as store from './register.store.ts'

export async function registerTowns(context: Context) {
  return { items: await store.townsOf(context.db, memberOf(context.actor).organisationId) }
}

interface ArchiveAnswer {
  id: string
  name: string
  result: 'done' | 'skipped' | 'refused'
  code: string | null
}

/** Archives companies or brings them back. Whoever has trainees who are there or to come is refused. */
export async function archiveCompanies(
  context: Context,
  { ids, archived }: { ids: readonly string[]; archived: boolean },
): Promise<{ items: ArchiveAnswer[] }> {
  const { organisationId } = memberOf(context.actor)
  const known = new Map(
    (await store.namedCompanies(context.db, organisationId, ids)).map((one) => [one.id, one]),
  )
  const busy = (id: string): boolean => archived && (known.get(id)?.open ?? 0) > 0
  const wanted = [...new Set(ids)]
  const done = await store.archiveCompanies(
    context.db,
    organisationId,
    wanted.filter((id) => known.has(id) && !busy(id)),
    archived ? context.now : null,
  )
  await recordEvents(
    context,
    done.map(({ id, name }) => ({
      type: archived ? 'company.archived' : 'company.restored',
      subject: { kind: 'company', id },
      data: { name },
      audience: 'organisation' as const,
    })),
  )
  const changed = new Set(done.map(({ id }) => id))
  return {
    items: wanted.map((id): ArchiveAnswer => {
      const name = known.get(id)?.name ?? ''
      if (!known.has(id)) return { id, name, result: 'refused', code: 'not-there' }
      if (busy(id)) return { id, name, result: 'refused', code: 'has-trainees' }
      return { id, name, result: changed.has(id) ? 'done' : 'skipped', code: null }
    }),
  }
}
