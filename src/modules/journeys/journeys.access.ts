import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'

const staff: readonly PartyRole[] = ['sending', 'hosting']

/** Sender and host plan the way together; a company has no part in it. */
export const seesJourney = (roles: readonly PartyRole[]): boolean =>
  roles.some((role) => staff.includes(role))
export const mayPlan = (roles: readonly PartyRole[], permissions: ReadonlySet<string>): boolean =>
  permissions.has('mobilities.edit') && seesJourney(roles)
