import type { PartyRole } from './party-roles.rules.ts'

/** What somebody holds in one mobility: party roles, and the permissions of the membership. */
export interface Holding {
  roles: readonly PartyRole[]
  permissions: ReadonlySet<string>
}

const staff: readonly PartyRole[] = ['sending', 'hosting']
const holdsOne = (holding: Holding, roles: readonly PartyRole[]): boolean =>
  holding.roles.some((role) => roles.includes(role))

/** The sender keeps the record: only its staff change fields. */
export const mayEdit = (holding: Holding): boolean =>
  holding.permissions.has('mobilities.edit') && holding.roles.includes('sending')
export const mayProposeCompany = (holding: Holding): boolean =>
  holding.permissions.has('mobilities.edit') && holdsOne(holding, staff)
export const mayAddTask = (holding: Holding): boolean =>
  holding.permissions.has('tasks.complete') && holdsOne(holding, staff)
export const mayRecordFacts = (holding: Holding): boolean => holding.permissions.has('tasks.complete')

/** Each party names its own contacts; the one that knows the other names them where nobody of the other is here yet. */
export function contactsToEdit(
  holding: Holding,
  claimed: { hosting: boolean; company: boolean },
): PartyRole[] {
  if (!holding.permissions.has('tasks.complete')) return []
  const own = (['sending', 'hosting', 'company'] as const).filter((role) => holding.roles.includes(role))
  const forOthers = [
    ...(holding.roles.includes('sending') && !claimed.hosting ? (['hosting'] as const) : []),
    ...(holdsOne(holding, staff) && !claimed.company ? (['company'] as const) : []),
  ]
  return [...new Set<PartyRole>([...own, ...forOthers])]
}

/** The sender's own notes and numbers are nobody else's. */
export const seesSendersOwn = (holding: Holding): boolean => holding.roles.includes('sending')
export const seesMoney = (holding: Holding): boolean =>
  holding.roles.includes('sending') && holding.permissions.has('money.read')
/** A company reaches its trainee by phone; mail addresses and guardians are for those who look after the stay. */
export const seesMail = (holding: Holding): boolean => holdsOne(holding, staff)
export const seesGuardians = (holding: Holding): boolean => holdsOne(holding, staff)
/** How somebody fares, and why they stepped back: may be about health, so whoever only keeps the money does not see it. */
export const seesCare = (holding: Holding): boolean => holding.permissions.has('care.read')
/** Reported problems reach sending and hosting staff who look after people; a company sees what it reported itself. */
export const seesProblemOf = (holding: Holding, reporterRole: string): boolean =>
  seesCare(holding) && (holdsOne(holding, staff) || holding.roles.includes(reporterRole as PartyRole))
