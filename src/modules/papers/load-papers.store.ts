import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { PaperSettings, VisaRule } from './needs.rules.ts'
import type { PaperStep } from './standing.rules.ts'

/** A paper without its number. */
export interface PaperRow {
  id: string
  kind: string
  step: PaperStep
  document: 'passport' | 'id-card' | null
  country: string | null
  validFrom: Day | null
  validUntil: Day | null
  insurer: string | null
  emergencyPhone: string | null
  covers: string[]
  invitedOn: Day | null
  appointmentOn: Day | null
  appointmentTime: string | null
  appointmentPlace: string | null
  reason: string | null
  note: string | null
  seenOn: Day | null
  seenBy: string | null
  enteredBy: string
  version: number
  hasScan: boolean
}

/** A policy of the group that covers a mobility, without its number. */
export interface CoveringPolicy {
  id: string
  insurer: string
  emergencyPhone: string
  covers: string[]
  validFrom: Day
  validUntil: Day
}

/** Everything that says how the papers of one mobility stand. */
export interface PapersOfMobility {
  mobilityId: string
  sendingId: string
  personId: string
  status: string
  departure: Day | null
  returnDate: Day | null
  country: string | null
  homeCountry: string | null
  nationality: string | null
  papers: PaperRow[]
  policies: CoveringPolicy[]
  demanded: string[]
  visaRule: VisaRule | null
  settings: PaperSettings | null
  /** What was told as facts, and counted, the last time. */
  facts: string[]
  missing: number
  toCheck: number
  expiring: number
  unknown: number
  askedOn: Day | null
}

/** Loads the papers of many mobilities in one query; those that the caller has no part in are absent (database/migrations/0016). */
export async function loadPapers(db: Db, mobilityIds: readonly string[]): Promise<PapersOfMobility[]> {
  if (mobilityIds.length === 0) return []
  const { rows } = await sql<PapersOfMobility>`
    select mobility_id as "mobilityId", sending_id as "sendingId", person_id as "personId", status, departure, return_date as "returnDate",
      country, home_country as "homeCountry", nationality, papers, policies, demanded, visa_rule as "visaRule", settings, facts, missing,
      to_check as "toCheck", expiring, unknown, asked_on as "askedOn"
    from app.papers_from(${[...mobilityIds]}::uuid[])`.execute(db)
  return rows
}

/** The ends of numbers of papers that the caller may read, by paper. */
export async function endingsOf(db: Db, paperIds: readonly string[]): Promise<Map<string, string>> {
  if (paperIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('paper_number')
    .select(['paper_id', 'ending'])
    .where('paper_id', 'in', [...paperIds])
    .execute()
  return new Map(rows.map((row) => [row.paper_id, row.ending]))
}

/** Numbers of group policies for those who are insured by them, by policy. */
export async function policyNumbersOf(db: Db, policyIds: readonly string[]): Promise<Map<string, string>> {
  if (policyIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; policy_number: string }>`
    select id, policy_number from app.policy_numbers(${[...policyIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.policy_number]))
}

export interface Kept {
  mobilityId: string
  missing: number
  toCheck: number
  expiring: number
  unknown: number
  facts: readonly string[]
}

/** Writes the projection of many mobilities in one statement. */
export async function keepStanding(db: Db, rows: readonly Kept[]): Promise<void> {
  if (rows.length === 0) return
  await sql`select app.put_papers(${rows.map((r) => r.mobilityId)}::uuid[], ${rows.map((r) => r.missing)}::integer[],
    ${rows.map((r) => r.toCheck)}::integer[], ${rows.map((r) => r.expiring)}::integer[], ${rows.map((r) => r.unknown)}::integer[],
    ${rows.map((r) => r.facts.join(' '))}::text[])`.execute(db)
}

/** Mobilities in which somebody works at one of these positions. */
export async function mobilitiesAt(db: Db, positionIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select app.mobilities_at(${[...positionIds]}::uuid[]) as id`.execute(db)
  return rows.map(({ id }) => id)
}
