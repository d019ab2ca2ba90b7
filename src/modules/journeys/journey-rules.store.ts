import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import { greenFromUsually, greenByProgramme, lateUsually, type Means } from './travel-means.rules.ts'

/** What an organisation says about late arrivals and green travel; where it has said nothing, what is usual. */
export interface JourneyRules {
  lateFrom: string
  lateUntil: string
  lateText: string | null
  greenMeans: Means[]
  greenFrom: number
  usual: boolean
  version: number
}

const usual: JourneyRules = {
  lateFrom: lateUsually.from,
  lateUntil: lateUsually.until,
  lateText: null,
  greenMeans: [...greenByProgramme],
  greenFrom: greenFromUsually,
  usual: true,
  version: 0,
}

/** The rules of these organisations; every one of them has some. */
export async function rulesOf(
  db: Db,
  organisationIds: readonly string[],
): Promise<(id: string | null) => JourneyRules> {
  const ids = [...new Set(organisationIds)]
  const { rows } = await sql<JourneyRules & { id: string }>`
    select organisation_id as id, coalesce(to_char(late_from, 'HH24:MI'), ${usual.lateFrom}) as "lateFrom",
      coalesce(to_char(late_until, 'HH24:MI'), ${usual.lateUntil}) as "lateUntil", late_text as "lateText",
      coalesce(green_means, ${usual.greenMeans}::text[]) as "greenMeans", coalesce(green_from, ${usual.greenFrom}::integer) as "greenFrom",
      false as usual, version
    from journey_rules where organisation_id = any (${ids}::uuid[])`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id) => byId.get(id ?? '') ?? usual
}

/** Saves an organisation's rules; false where somebody else has saved since `version`. */
export async function saveRules(
  db: Db,
  organisationId: string,
  rules: Omit<JourneyRules, 'usual'>,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into journey_rules (organisation_id, late_from, late_until, late_text, green_means, green_from, updated_at)
    select ${organisationId}::uuid, ${rules.lateFrom}::time, ${rules.lateUntil}::time, ${rules.lateText}, ${rules.greenMeans}::text[],
      ${rules.greenFrom}::integer, ${now}
    where ${rules.version}::integer = 0 or exists (select from journey_rules where organisation_id = ${organisationId}::uuid)
    on conflict (organisation_id) do update set late_from = excluded.late_from, late_until = excluded.late_until,
      late_text = excluded.late_text, green_means = excluded.green_means, green_from = excluded.green_from,
      version = journey_rules.version + 1, updated_at = excluded.updated_at
    where journey_rules.version = ${rules.version}::integer
    returning organisation_id`.execute(db)
  return rows.length > 0
}
