import { spokenLanguage } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf } from '#modules/mobilities/readers.store.ts'
import { givenAlready, missingFor } from './departure-packs.store.ts'

/** What came of giving one pack; `missing` are the keys of the tasks that it waits for. */
export type Given =
  | { mobilityId: string; outcome: 'given' | 'same' | 'no-address' }
  | { mobilityId: string; outcome: 'missing'; missing: readonly string[] }

/**
 * Gives these people their packs: a mail to participant and guardians with the way to the page, each in their language. One that still waits
 * for something is given only if `anyway`; one that was given before is not mailed twice.
 */
export async function givePacks(
  context: Context,
  mobilityIds: readonly string[],
  { anyway }: { anyway: boolean },
): Promise<Given[]> {
  const already = await givenAlready(context.db, mobilityIds)
  const missing = Map.groupBy(await missingFor(context.db, mobilityIds), ({ mobilityId }) => mobilityId)
  const readers = new Set(
    (await readersOf(context.db, mobilityIds, todayOf(context))).map(({ mobilityId }) => mobilityId),
  )
  const answers = mobilityIds.map((mobilityId): Given => {
    const waits = missing.get(mobilityId)
    if (already.has(mobilityId)) return { mobilityId, outcome: 'same' }
    if (waits && !anyway) return { mobilityId, outcome: 'missing', missing: waits.map(({ key }) => key) }
    return { mobilityId, outcome: readers.has(mobilityId) ? 'given' : 'no-address' }
  })
  const given = answers.flatMap(({ mobilityId, outcome }) => (outcome === 'given' ? [mobilityId] : []))
  if (given.length > 0) await context.enqueue('departure-packs.mail', { mobilityIds: given })
  await recordFacts(
    context,
    given.map((mobilityId) => ({ mobilityId, name: 'departure-pack.given' })),
  )
  return answers
}

/** Mails the way to their pack to participants and guardians, each in their language. */
export async function mailPacks(context: Context, mobilityIds: readonly string[]): Promise<void> {
  const readers = await readersOf(context.db, mobilityIds, todayOf(context))
  for (const { mobilityId, name, email, language } of readers) {
    const mail = await writeMail({
      to: email,
      language: spokenLanguage(language),
      kind: 'departure-pack',
      key: 'departure-packs:mail',
      values: { name },
      action: { url: `${context.services.config.publicUrl}/me/mobilities/${mobilityId}/pack` },
    })
    await handOver(context.services, context.db, mail)
  }
}
