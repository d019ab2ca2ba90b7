import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import type { mobilityFilters } from './mobilities.shapes.contract.ts'
import type { MobilityScope } from './mobility-scope.ts'

export type MobilityFilters = z.output<typeof mobilityFilters>
/** A filter that can be left out, so that its own counts show what else could be chosen. */
export type FilterName = keyof MobilityFilters

/** The rows of `mobility_party p` (with `mobility m` joined where `needsMobility`) that the asker's list is made of. */
export function filterConditions(
  scope: MobilityScope,
  filters: MobilityFilters,
  today: Day,
  without?: FilterName,
): RawBuilder<unknown>[] {
  const wanted = without ? { ...filters, [without]: undefined } : filters
  return [
    scope.namedIn === null
      ? sql`p.organisation_id = ${scope.organisationId} and p.main`
      : sql`p.organisation_id = ${scope.organisationId} and p.membership_id = ${scope.namedIn}`,
    ...keyConditions(wanted, today),
    ...otherConditions(wanted),
  ]
}

/** Conditions on the keys that the party row carries: each is a range of an index. */
function keyConditions(filters: MobilityFilters, today: Day): RawBuilder<unknown>[] {
  const { status, country, flow, project, activityType, turn, departureFrom, departureTo, late } = filters
  const named = (turn ?? []).filter((one) => one !== 'nobody')
  return [
    ...(status?.length ? [sql`p.status = any (${status}::text[])`] : []),
    ...(country?.length ? [sql`p.country = any (${country}::text[])`] : []),
    ...(flow?.length ? [sql`p.flow_id = any (${flow}::uuid[])`] : []),
    ...(project?.length ? [sql`p.project_id = any (${project}::uuid[])`] : []),
    ...(activityType?.length ? [sql`p.activity_type = any (${activityType}::text[])`] : []),
    ...(turn?.length
      ? [
          turn.includes('nobody')
            ? sql`(p.turn is null or p.turn = any (${named}::text[]))`
            : sql`p.turn = any (${named}::text[])`,
        ]
      : []),
    ...(departureFrom ? [sql`p.departure >= ${departureFrom}::date`] : []),
    ...(departureTo ? [sql`p.departure <= ${departureTo}::date`] : []),
    ...(late ? [sql`p.next_due < ${today}::date`] : []),
  ]
}

function otherConditions({ q, partner, person, import: imported }: MobilityFilters): RawBuilder<unknown>[] {
  return [
    ...(q ? [sql`p.mobility_id in (select app.mobilities_found(${patternsOf(q)}::text[]))`] : []),
    ...(partner
      ? [
          sql`exists (select from mobility_party o where o.mobility_id = p.mobility_id and o.organisation_id = ${partner} and o.role in ('sending', 'hosting', 'company'))`,
        ]
      : []),
    ...(person
      ? [sql`exists (select from mobility m2 where m2.id = p.mobility_id and m2.person_id = ${person})`]
      : []),
    ...(imported
      ? [sql`exists (select from mobility m3 where m3.id = p.mobility_id and m3.import_id = ${imported})`]
      : []),
  ]
}

/** Each word stands somewhere in the name or is the number; signs of `like` are letters. */
const patternsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .slice(0, 10)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
