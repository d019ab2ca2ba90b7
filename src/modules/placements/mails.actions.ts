import { spokenLanguage } from '#shared/languages.ts'
import { hashSecret } from '#server/auth/standing.store.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf } from '#modules/mobilities/readers.store.ts'
import { newSecret } from '#modules/tutor-links/secret.ts'
import { insertLink } from '#modules/tutor-links/tutor-links.store.ts'
import { linkDays, linkEnd } from '#modules/tutor-links/tutor-links.rules.ts'
import { companyContacts, type CompanyContact } from './company-contacts.store.ts'
import { coordinatorsOf } from './mails.store.ts'
import type { AskedAct } from './placements.shapes.contract.ts'
import { findPlacements, type PlacementRow } from './placements.store.ts'

export interface Telling {
  act: AskedAct['do']
  placementIds: string[]
  /** The organisation that did it, which need not be told. */
  by: string | null
}

/** Who is told what. A company is told with the link to answer by; participants when it concerns them for sure. */
const audiences: Partial<Record<Telling['act'], readonly ('staff' | 'people' | 'company')[]>> = {
  send: ['company'],
  interview: ['staff', 'people'],
  accept: ['staff', 'people'],
  refuse: ['staff'],
  object: ['staff'],
  confirm: ['staff', 'people', 'company'],
  withdraw: ['staff', 'people', 'company'],
}

/** Writes one mail to each person concerned, in their language, however many placements it is about. */
export async function mailAbout(context: Context, { act, placementIds, by }: Telling): Promise<void> {
  const rows = await findPlacements(context.db, placementIds)
  const to = audiences[act] ?? []
  if (to.includes('staff')) await mailStaff(context, act, rows, by)
  if (to.includes('people'))
    await mailPeople(context, act, act === 'withdraw' ? rows.filter(({ shared }) => shared) : rows)
  if (to.includes('company'))
    await mailCompanies(
      context,
      act,
      rows.filter(({ companyId }) => companyId !== by),
    )
}

async function mailStaff(
  context: Context,
  act: Telling['act'],
  rows: readonly PlacementRow[],
  by: string | null,
) {
  const organisations = [...new Set(rows.flatMap((row) => [row.sendingId, row.arrangedBy]))].filter(
    (id) => id !== by,
  )
  for (const person of await coordinatorsOf(context.db, organisations, todayOf(context))) {
    const theirs = rows.filter(
      (row) => row.sendingId === person.organisationId || row.arrangedBy === person.organisationId,
    )
    await write(context, person, `${act}.staff`, theirs, `/o/${person.organisationId}/placements`)
  }
}

async function mailPeople(
  context: Context,
  act: Telling['act'],
  rows: readonly PlacementRow[],
): Promise<void> {
  const people = await readersOf(
    context.db,
    rows.map(({ mobilityId }) => mobilityId),
    todayOf(context),
  )
  for (const [, same] of Map.groupBy(people, ({ email }) => email.toLowerCase())) {
    const [person] = same
    const theirs = rows.filter((row) => same.some(({ mobilityId }) => mobilityId === row.mobilityId))
    if (person) await write(context, { ...person, name: person.givenName }, `${act}.people`, theirs, '/me')
  }
}

async function mailCompanies(
  context: Context,
  act: Telling['act'],
  rows: readonly PlacementRow[],
): Promise<void> {
  const contacts = await companyContacts(context.db, [...new Set(rows.map(({ companyId }) => companyId))])
  for (const contact of contacts) {
    const theirs = rows.filter(({ companyId }) => companyId === contact.companyId)
    for (const same of Map.groupBy(theirs, ({ arrangedBy }) => arrangedBy).values())
      await write(context, contact, `${act}.company`, same, await wayIn(context, act, contact, same))
  }
}

/** Where a company answers: its pages, or a personal link that is made for this mail. */
async function wayIn(
  context: Context,
  act: Telling['act'],
  contact: CompanyContact,
  [first]: readonly PlacementRow[],
): Promise<string | null> {
  if (contact.account) return `/o/${contact.companyId}/placements`
  if (act !== 'send' || !first) return null
  const secret = newSecret()
  await insertLink(context.db, {
    company_id: contact.companyId,
    issued_by: first.arrangedBy,
    tutor_name: contact.name || first.company,
    tutor_email: contact.email,
    language: spokenLanguage(contact.language),
    secret_hash: hashSecret(secret),
    created_by: first.arranger,
    created_at: context.now,
    expires_at: linkEnd(todayOf(context), linkDays.usual),
  })
  return `/t/${secret}`
}

async function write(
  context: Context,
  to: { email: string; language: string; name?: string },
  key: string,
  rows: readonly PlacementRow[],
  path: string | null,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const language = spokenLanguage(to.language)
  const forCompany = key.endsWith('.company')
  // A company reads family names with its yes, and mail is read by many.
  const nameOf = (row: PlacementRow): string => (forCompany && !row.shared ? row.givenName : row.participant)
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  const period = (row: PlacementRow): string =>
    row.startsOn && row.endsOn
      ? days.formatRange(new Date(`${row.startsOn}T00:00:00Z`), new Date(`${row.endsOn}T00:00:00Z`))
      : ''
  const interview = (row: PlacementRow): string =>
    key.startsWith('interview') && row.interview
      ? [days.format(new Date(`${row.interview.day}T00:00:00Z`)), row.interview.time]
          .filter(Boolean)
          .join(' ')
      : ''
  const who = rows.length > 1 ? `${nameOf(first)} + ${rows.length - 1}` : nameOf(first)
  const mail = await writeMail({
    to: to.email,
    language,
    kind: 'placement',
    key: `placements:mail.${key}`,
    values: {
      name: to.name ?? '',
      who,
      company: first.company,
      from: first.arranger,
      reason: first.reason ?? '',
    },
    lines: rows.map((row) =>
      [nameOf(row), forCompany ? row.position : row.company, interview(row) || period(row)]
        .filter(Boolean)
        .join(' · '),
    ),
    ...(path ? { action: { url: `${context.services.config.publicUrl}${path}` } } : {}),
  })
  await handOver(context.services, context.db, mail)
}
