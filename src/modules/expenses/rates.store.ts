import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Db } from '#server/database/database.ts'
import type { DatedRate } from './expenses.rules.ts'
import type { CurrencyRate } from './rates-file.rules.ts'

/** The rates of a currency around a day. The organisation's rates are no secret to its participants: as the caller knows the organisation. */
export async function ratesBefore(
  db: Db,
  organisationId: string,
  currency: string,
  day: Day,
): Promise<DatedRate[]> {
  const rows = await db
    .selectFrom('currency_rate')
    .select(['day', 'per_euro'])
    .where('organisation_id', '=', organisationId)
    .where('currency', '=', currency)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(1)
    .execute()
  return rows.map((row) => ({ day: row.day, perEuro: Number(row.per_euro) }))
}

export async function saveRates(
  db: Db,
  organisationId: string,
  rates: readonly CurrencyRate[],
): Promise<void> {
  await sql`insert into currency_rate (organisation_id, currency, day, per_euro)
    select distinct on (n.currency, n.day) ${organisationId}::uuid, n.currency, n.day, n.per_euro
    from unnest(${rates.map((rate) => rate.currency)}::text[], ${rates.map((rate) => rate.day)}::date[],
      ${rates.map((rate) => rate.perEuro)}::numeric[]) as n (currency, day, per_euro)
    on conflict (organisation_id, currency, day) do update set per_euro = excluded.per_euro`.execute(db)
}

/** Expenses that waited for a rate get their euros; answers how many. */
export async function fillEuros(db: Db, organisationId: string, now: Date): Promise<number> {
  const { rows } = await sql`
    update expense e set per_euro = r.per_euro, euros = floor(e.amount / r.per_euro * 100 + 0.5) / 100, version = e.version + 1, updated_at = ${now}
    from (
      select w.id, (select c.per_euro from currency_rate c where c.organisation_id = w.organisation_id and c.currency = w.currency
        and c.day <= w.day and c.day >= w.day - 7 order by c.day desc limit 1) as per_euro
      from expense w where w.organisation_id = ${organisationId} and w.euros is null
    ) r where r.id = e.id and r.per_euro is not null returning e.id`.execute(db)
  return rows.length
}

/** The latest rate of each currency. */
export async function latestRates(db: Db, organisationId: string): Promise<CurrencyRate[]> {
  const { rows } = await sql<CurrencyRate>`
    select distinct on (currency) currency, day, per_euro::float8 as "perEuro" from currency_rate
    where organisation_id = ${organisationId} order by currency, day desc`.execute(db)
  return rows
}

/** The days on which expenses wait for a rate, the latest first. */
export async function waitingDays(
  db: Db,
  organisationId: string,
): Promise<{ currency: string; day: Day; expenses: number }[]> {
  const { rows } = await sql<{ currency: string; day: Day; expenses: number }>`
    select currency, day, count(*)::int as expenses from expense
    where organisation_id = ${organisationId} and euros is null and state <> 'refused'
    group by currency, day order by day desc, currency limit 50`.execute(db)
  return rows
}
