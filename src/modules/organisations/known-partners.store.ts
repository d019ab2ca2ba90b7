import { sql } from 'kysely'
import type { Db } from '#server/database/database.ts'
import type { KnownPartner } from './match-partners.rules.ts'

/** All partners that the organisation wrote down, archived ones included, as matching needs them. */
export async function knownPartners(db: Db, organisationId: string): Promise<KnownPartner[]> {
  const { rows } = await sql<KnownPartner>`
    select o.id, app.plain(o.name) as "plainName", app.plain(o.town) as "plainTown", o.country, o.oid, o.erasmus_code as "erasmusCode"
    from organisation o
    where o.id in (select partner_id from partnership where organisation_id = ${organisationId})
    order by o.id`.execute(db)
  return rows
}

/** Texts in lower case without accents, as the database compares them; in the same order. */
export async function plainTexts(db: Db, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ plain: string }>`
    select app.plain(t) as plain from unnest(${[...texts]}::text[]) with ordinality as u (t, i) order by i`.execute(
    db,
  )
  return rows.map((row) => row.plain)
}

export interface DuplicateRow {
  id: string
  name: string
  country: string | null
  town: string | null
  oid: string | null
  erasmusCode: string | null
  by: 'oid' | 'erasmus-code' | 'name'
  likeness: number
  partner: boolean
}

/**
 * Partners that may be the one described: by OID, by Erasmus code, or with a name at least this alike (trigrams). An
 * organisation that works here under the OID is told too, so that one can work with it rather than with a copy.
 */
export async function findDuplicates(
  db: Db,
  organisationId: string,
  asked: {
    name: string
    country: string | null
    oid: string | null
    erasmusCode: string | null
    except: string | null
  },
): Promise<DuplicateRow[]> {
  const { rows } = await sql<DuplicateRow>`
    select id, name, country, town, oid, erasmus_code as "erasmusCode", partner, round(likeness::numeric, 2) as likeness,
      case when same_oid then 'oid' when same_code then 'erasmus-code' else 'name' end as by
    from (
      select o.*, p.id is not null as partner, coalesce(o.oid = ${asked.oid}, false) as same_oid,
        coalesce(upper(regexp_replace(trim(o.erasmus_code), '\\s+', ' ', 'g')) = ${asked.erasmusCode}, false) as same_code,
        similarity(app.plain(o.name), app.plain(${asked.name})) as likeness
      from organisation o
      left join (select distinct partner_id as id from partnership where organisation_id = ${organisationId}) p on p.id = o.id
      where (p.id is not null or (o.oid = ${asked.oid} and o.claimed_at is not null))
        and o.id <> ${organisationId} and o.id is distinct from ${asked.except}::uuid
    ) o
    where same_oid or same_code
      or (likeness >= 0.5 and (country is null or ${asked.country}::text is null or country = ${asked.country}))
    order by same_oid desc, same_code desc, likeness desc, id
    limit 10`.execute(db)
  return rows
}
