import type { z } from 'zod'
import { ageOn } from '#shared/dates.ts'
import { notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import {
  seesAge,
  seesGuardians,
  sliceOf,
  standingBy,
  standingOfKeeper,
  type Standing,
} from './people.access.ts'
import { peopleScope, today } from './people-scope.actions.ts'
import { isMinor } from './people.rules.ts'
import type { personAnswer } from './people.shapes.contract.ts'
import { lastChecks, mobilitiesOf, relativesOf } from './person-file.store.ts'
import * as store from './people.store.ts'

export type ShownPerson = z.input<typeof personAnswer>
type StaffStanding = Exclude<Standing, 'oneself'>

/** One file: whole for the organisation that keeps it, a slice for those who share a mobility, not found for others. */
export async function readPerson(context: Context, id: string): Promise<ShownPerson> {
  const scope = peopleScope(context)
  const own = await store.findPerson(context.db, scope, id)
  if (own) return showPerson(context, scope, own, standingOfKeeper(memberOf(context.actor).roles))
  const shared = await store.findSharedPerson(context.db, scope, id)
  // Whoever keeps the file and does not find it in scope is named in other mobilities only.
  if (!shared || shared.row.organisation_id === scope.organisationId) throw notFound()
  const standing = standingBy(shared.roles)
  if (standing === null || standing === 'oneself') throw notFound()
  return showPerson(context, scope, shared.row, standing)
}

/** What a standing may see of a row, with relatives and the mobilities that the organisation shares. */
export async function showPerson(
  context: Context,
  scope: store.PeopleScope,
  row: store.PersonRow,
  standing: StaffStanding,
): Promise<ShownPerson> {
  const day = today(context)
  const fields = store.fieldsOf(row)
  const relatives = seesGuardians(standing)
    ? await relativesOf(context.db, row.id)
    : { guardians: [], minors: [] }
  const birthDate = row.birth_date
  return {
    ...sliceOf(standing, fields),
    givenName: fields.givenName,
    familyName: fields.familyName,
    language: fields.language,
    id: row.id,
    version: row.version,
    standing,
    ...(seesAge(standing)
      ? { age: birthDate ? ageOn(birthDate, day) : null, minor: isMinor(birthDate, day) }
      : {}),
    hasAccount: row.user_id !== null,
    checked: standing === 'keeper' || standing === 'office' ? await lastChecks(context.db, [row.id]) : [],
    ...relatives,
    mobilities: (await mobilitiesOf(context.db, scope, row.id)).map(({ flowId, flowName, ...mobility }) => ({
      ...mobility,
      flow: flowId ? { id: flowId, name: flowName ?? '' } : null,
    })),
  }
}
