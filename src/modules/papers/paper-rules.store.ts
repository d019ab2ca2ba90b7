import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '#server/database/database.ts'
import type { settingsInput, visaRuleInput, visaRuleShape } from './papers.shapes.contract.ts'
import { watchedStatuses } from './kinds.rules.ts'

export type VisaRuleRow = z.input<typeof visaRuleShape>
export type Settings = z.output<typeof settingsInput>

export async function visaRulesOf(db: Db, organisationId: string): Promise<VisaRuleRow[]> {
  const { rows } = await sql<VisaRuleRow>`
    select nationality, country, free_days as "freeDays", lead_weeks as "leadWeeks", source, entered_by as "enteredBy",
      entered_on as "enteredOn"
    from visa_rule where organisation_id = ${organisationId} order by nationality, country`.execute(db)
  return rows
}

export interface VisaKey {
  organisationId: string
  nationality: string
  country: string
}

export async function saveVisaRule(
  db: Db,
  key: VisaKey,
  rule: (z.output<typeof visaRuleInput> & { by: string; day: string }) | null,
): Promise<void> {
  if (rule === null) {
    await sql`delete from visa_rule where organisation_id = ${key.organisationId} and nationality = ${key.nationality}
      and country = ${key.country}`.execute(db)
    return
  }
  const values = {
    free_days: rule.freeDays,
    lead_weeks: rule.leadWeeks,
    source: rule.source,
    entered_by: rule.by,
    entered_on: rule.day,
  }
  await db
    .insertInto('visa_rule')
    .values({
      organisation_id: key.organisationId,
      nationality: key.nationality,
      country: key.country,
      ...values,
    })
    .onConflict((c) => c.columns(['organisation_id', 'nationality', 'country']).doUpdateSet(values))
    .execute()
}

/** Open mobilities of people with this nationality to this country. */
export async function mobilitiesWith(
  db: Db,
  { organisationId, nationality, country }: VisaKey,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.mobility_id as id from mobility_party p join mobility m on m.id = p.mobility_id join person s on s.id = m.person_id
    where p.organisation_id = ${organisationId} and p.main and p.role = 'sending' and p.country = ${country}
      and p.status = any (${[...watchedStatuses]}::text[]) and s.nationality = ${nationality}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function settingsOf(
  db: Db,
  organisationId: string,
): Promise<(Settings & { version: number }) | undefined> {
  const { rows } = await sql<Settings & { version: number }>`
    select covers, identity_margins as "identityMargins", lead_weeks as "leadWeeks", version from paper_setting
    where organisation_id = ${organisationId}`.execute(db)
  return rows[0]
}

/** Saves the settings where they are still as they were read. */
export async function saveSettings(
  db: Db,
  organisationId: string,
  settings: Settings,
  version: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into paper_setting (organisation_id, covers, identity_margins, lead_weeks, updated_at)
    values (${organisationId}, ${settings.covers}::text[], ${JSON.stringify(settings.identityMargins)}::jsonb,
      ${JSON.stringify(settings.leadWeeks)}::jsonb, ${now})
    on conflict (organisation_id) do update set covers = excluded.covers, identity_margins = excluded.identity_margins,
      lead_weeks = excluded.lead_weeks, version = paper_setting.version + 1, updated_at = excluded.updated_at
      where paper_setting.version = ${version}
    returning 1`.execute(db)
  return rows.length > 0
}

/** All open mobilities of the organisation. */
export async function watchedMobilities(db: Db, organisationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select mobility_id as id from mobility_party where organisation_id = ${organisationId} and main and role = 'sending'
      and status = any (${[...watchedStatuses]}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}
