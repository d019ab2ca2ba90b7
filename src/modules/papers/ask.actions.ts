import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf, type Reader } from '#modules/mobilities/readers.store.ts'
import { ownMobilities, type RowAnswer } from './check-papers.actions.ts'
import { judgePapers } from './judge-papers.rules.ts'
import { noteAsked } from './list.store.ts'
import { loadPapers, type PapersOfMobility } from './load-papers.store.ts'
import { isAsked } from './summary.rules.ts'

/**
 * Asks those who miss something, not twice a day; the mails are written by a job. Answers for each mobility: asked, skipped because
 * nothing is missing or it was asked today, or refused because there is no address.
 */
export async function askForPapers(
  context: Context,
  mobilityIds: readonly string[],
): Promise<{ items: RowAnswer[] }> {
  const today = todayOf(context)
  const known = await ownMobilities(context, mobilityIds)
  const reached = new Set(
    (await readersOf(context.db, [...known.keys()], today)).map(({ mobilityId }) => mobilityId),
  )
  const items = [...new Set(mobilityIds)].map((mobilityId): RowAnswer => {
    const why = whyNotAsk(known.get(mobilityId), reached.has(mobilityId), today)
    const outcome =
      why === null ? 'done' : why === 'not-there' || why === 'no-address' ? 'refused' : 'skipped'
    return { mobilityId, kind: null, outcome, reason: why }
  })
  const asked = items.filter(({ outcome }) => outcome === 'done').map(({ mobilityId }) => mobilityId)
  if (asked.length === 0) return { items }
  await noteAsked(context.db, asked, today)
  const { name, organisationId } = memberOf(context.actor)
  await context.enqueue('papers.ask', { organisationId, by: name, mobilityIds: asked })
  await recordEvents(
    context,
    asked.map((mobilityId) => ({
      type: 'paper.asked',
      subject: { kind: 'mobility', id: mobilityId },
      mobilityId,
      audience: 'organisation' as const,
    })),
  )
  return { items }
}

function whyNotAsk(
  mobility: PapersOfMobility | undefined,
  reached: boolean,
  today: string,
): 'not-there' | 'nothing-missing' | 'asked-today' | 'no-address' | null {
  if (!mobility) return 'not-there'
  if (missingOf(mobility, today).length === 0) return 'nothing-missing'
  if (mobility.askedOn === today) return 'asked-today'
  return reached ? null : 'no-address'
}

const missingOf = (mobility: PapersOfMobility, today: string) =>
  judgePapers(mobility, today).filter(({ standing }) => isAsked(standing))

/** Writes one mail to each person, in their language, with what is missing for all their stays. */
export async function writeAsking(
  context: Context,
  { mobilityIds, by, organisationId }: { mobilityIds: readonly string[]; by: string; organisationId: string },
): Promise<void> {
  const today = todayOf(context)
  const papers = new Map((await loadPapers(context.db, mobilityIds)).map((one) => [one.mobilityId, one]))
  const organisation = await context.db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  const readers = await readersOf(context.db, mobilityIds, today)
  const people = Map.groupBy(readers, ({ email }) => email.toLowerCase())
  for (const stays of people.values()) {
    const [to] = stays
    if (!to) continue
    const language = spokenLanguage(to.language)
    const lines = stays.flatMap((stay) => linesFor(stay, papers.get(stay.mobilityId), today, language))
    if (lines.length === 0) continue
    const mail = await writeMail({
      to: to.email,
      language,
      kind: 'papers',
      key: 'papers:mail',
      values: { name: to.givenName, by, organisation: organisation?.name ?? '' },
      lines,
      action: { url: `${context.services.config.publicUrl}/me/papers` },
    })
    await handOver(context.services, context.db, mail)
  }
}

function linesFor(
  stay: Reader,
  papers: PapersOfMobility | undefined,
  today: string,
  language: LanguageCode,
): string[] {
  if (!papers) return []
  const t = wordsIn(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const shown = (date: string | null): string => (date ? day.format(new Date(`${date}T00:00:00Z`)) : '')
  return missingOf(papers, today).map(({ kind, standing, need, paper, policy, uncovered }) =>
    t('papers:mail.line', {
      participant: stay.participant,
      paper: t(`papers:kind.${kind}`),
      state: t(`papers:mailState.${standing}`, {
        until: shown(need.until),
        ends: shown(paper?.validUntil ?? policy?.validUntil ?? null),
        reason: paper?.reason ?? '',
        covers: uncovered.map((cover) => t(`papers:cover.${cover}`, { defaultValue: cover })).join(', '),
      }),
    }),
  )
}
