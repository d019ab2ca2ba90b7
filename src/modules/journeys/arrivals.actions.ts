import Papa from 'papaparse'
import type { z } from 'zod'
import { addDays } from '#shared/dates.ts'
import { spokenLanguage } from '#shared/languages.ts'
import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { safeCell } from '#server/files/safe-cell.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import { recordEvents } from '#modules/journal/journal.store.ts'
import { memberIn, scopeOf, todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf } from '#modules/mobilities/readers.store.ts'
import { phaseOf, statuses } from '#modules/mobilities/statuses.rules.ts'
import { holderOf } from '#modules/tasks/reminders.actions.ts'
import { mailboxesOf } from '#modules/tasks/reminders.store.ts'
import type { arrivalsContract } from './arrivals.contract.ts'
import * as store from './arrivals.store.ts'
import { findFlow } from './bookings.store.ts'
import { rulesOf } from './journey-rules.store.ts'

type Contract = typeof arrivalsContract
type Filters = z.output<Contract['file']['query']>

const weeks = 28
const preparing = statuses.filter((status) => phaseOf(status) === 'preparation' && status !== 'draft')
const onTheWay = statuses.filter(
  (status) =>
    (phaseOf(status) === 'preparation' || phaseOf(status) === 'implementation') && status !== 'draft',
)

/** Who arrives, or leaves, when and where. */
export async function listArrivals(
  context: Context,
  { limit, cursor, ...filters }: z.output<Contract['list']['query']>,
): Promise<z.input<Contract['list']['answer']>> {
  const { organisationId } = memberIn(context)
  const page = await store.listArrivals(context.db, scopeOf(context), periodOf(context, filters), {
    limit,
    cursor,
  })
  const rules = (await rulesOf(context.db, [organisationId]))(organisationId)
  return { ...page, late: { from: rules.lateFrom, until: rules.lateUntil, text: rules.lateText } }
}

/** The list as a file for a driver or a school without SoftMob. */
export async function arrivalsFile(context: Context, filters: Filters): Promise<FileAnswer> {
  const words = wordsIn(spokenLanguage(memberIn(context).language))
  const rows: store.ArrivalRow[] = []
  for (let cursor: string | undefined; ;) {
    const page = await store.listArrivals(context.db, scopeOf(context), periodOf(context, filters), {
      limit: 2000,
      cursor,
    })
    rows.push(...page.items)
    if (page.next === null || rows.length >= 20_000) break
    cursor = page.next
  }
  const headings = [
    'day',
    'time',
    'means',
    'number',
    'from',
    'place',
    'name',
    'school',
    'flow',
    'phone',
    'seat',
    'housing',
    'transfer',
  ]
  const cells = rows.map((row) => [
    row.day,
    row.time,
    words(`journeys:means.${row.means}`),
    row.number ?? '',
    row.from,
    [row.town, row.stop].filter(Boolean).join(', '),
    row.participant,
    row.school,
    row.flow?.name ?? '',
    row.phone ?? '',
    row.seat ?? '',
    row.housing ?? '',
    row.transfer ? `${row.transfer.name}, ${row.transfer.atTime}` : '',
  ])
  const table = [headings.map((key) => words(`journeys:column.${key}`)), ...cells]
  // Excel takes a CSV file for UTF-8 only when it begins with a byte order mark.
  const text = `\ufeff${Papa.unparse(
    table.map((row) => row.map(safeCell)),
    { newline: '\r\n' },
  )}`
  return {
    fileName: `softmob-${filters.direction === 'out' ? 'arrivals' : 'departures'}-${todayOf(context)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  }
}

/** Flows that leave soon and whose arrival is not known for all. */
export async function listMissing(context: Context, query: z.output<Contract['missing']['query']>) {
  memberIn(context)
  const { direction, from, to } = periodOf(context, query)
  const states = direction === 'out' ? preparing : onTheWay
  return {
    items: await store.missingWays(context.db, scopeOf(context), { direction, from, to }, states),
  }
}

/** Asks for what is missing: a sender asks its participants (or guardians), a host asks the sender in one mail. */
export async function askForJourneys(
  context: Context,
  flowId: string,
): Promise<z.input<Contract['ask']['answer']>> {
  const member = memberOf(context.actor)
  const flow = await findFlow(context.db, member.organisationId, flowId)
  if (!flow) throw notFound()
  const people = await store.withoutWay(context.db, member.organisationId, flowId, onTheWay)
  const asked =
    flow.organisationId === member.organisationId
      ? await askParticipants(context, flow.name, people)
      : await askSender(context, flow, people)
  await recordEvents(
    context,
    asked.map(({ mobilityId }) => ({
      type: 'journey.asked-for',
      subject: { kind: 'journey', id: mobilityId },
      mobilityId,
      data: {},
    })),
  )
  return {
    asked: asked.length,
    unreachable: people.filter((one) => !asked.includes(one)).map(({ participant }) => participant),
  }
}

/** Asks the participant, or a guardian where a minor has no address. */
async function askParticipants(
  context: Context,
  flow: string,
  people: readonly store.WithoutRow[],
): Promise<store.WithoutRow[]> {
  const ids = people.map(({ mobilityId }) => mobilityId)
  const readers = Map.groupBy(
    await readersOf(context.db, ids, todayOf(context)),
    ({ mobilityId }) => mobilityId,
  )
  const first = [...readers.values()].flatMap(([one]) => one ?? [])
  for (const { email, language, participant } of first)
    await handOver(
      context.services,
      context.db,
      await writeMail({
        to: email,
        language: spokenLanguage(language),
        kind: 'journey-request',
        key: 'journeys:mail.ask',
        values: { name: participant, flow },
        action: { url: `${context.services.config.publicUrl}/me` },
      }),
    )
  return people.filter(({ mobilityId }) => readers.has(mobilityId))
}

async function askSender(
  context: Context,
  flow: { id: string; name: string; organisationId: string },
  people: readonly store.WithoutRow[],
): Promise<store.WithoutRow[]> {
  const mailboxes = await mailboxesOf(context.db, flow.organisationId)
  const to = holderOf(mailboxes, 'administration', todayOf(context))
  if (!to || people.length === 0) return []
  const mail = await writeMail({
    to: to.email,
    language: spokenLanguage(to.language),
    kind: 'journey-request',
    key: 'journeys:mail.askSender',
    values: { name: to.name, flow: flow.name, count: people.length },
    lines: people.map(({ participant }) => participant).slice(0, 100),
    action: {
      url: `${context.services.config.publicUrl}/o/${flow.organisationId}/flows/${flow.id}/journeys`,
    },
  })
  await handOver(context.services, context.db, mail)
  return [...people]
}

const periodOf = <F extends { from?: string | undefined; to?: string | undefined }>(
  context: Context,
  filters: F,
): F & { from: string; to: string } => {
  const from = filters.from ?? (filters.to ? addDays(filters.to, -weeks) : todayOf(context))
  return { ...filters, from, to: filters.to ?? addDays(from, weeks) }
}
