import type { PartyRole } from './party-roles.rules.ts'

/** Which roles may say by hand that a fact is so. What is recorded by an action of its own (a contact named) is not here. */
const makers: Readonly<Record<string, readonly PartyRole[]>> = {
  'participant.accepted': ['sending'],
  'participant.data-checked': ['sending'],
  'participant.arrived': ['sending', 'hosting', 'participant', 'guardian', 'accompanying'],
  'guardian.consented': ['sending'],
  'guardian.data-checked': ['sending'],
  // A host or company without an account answers by mail or phone: the sender writes it down.
  'hosting.confirmed': ['hosting', 'sending'],
  'company.confirmed': ['company', 'hosting', 'sending'],
  'placement.confirmed': ['hosting', 'sending'],
  'departure-pack.given': ['sending'],
  // A host that keeps its rooms elsewhere says it by hand.
  'stay.given': ['hosting', 'sending'],
  // Somebody who travels alone may be known by phone only.
  'journey.known': ['sending', 'hosting'],
  // For a sender that keeps papers elsewhere; what is entered here says them by itself. Certificates are often seen by the host.
  'insurance.valid': ['sending'],
  'papers.complete': ['sending'],
  'paper.criminal-record': ['sending', 'hosting'],
  'paper.sexual-offences': ['sending', 'hosting'],
  'paper.health': ['sending', 'hosting'],
  'paper.food-hygiene': ['sending', 'hosting'],
  'paper.vaccination': ['sending', 'hosting'],
  'paper.work-permit': ['sending', 'hosting'],
  'mobility.returned': ['sending', 'hosting'],
  'mobility.assessed': ['sending', 'hosting'],
}

/** The facts that somebody with these roles may record or take back by hand. */
export const factsMadeBy = (roles: readonly PartyRole[]): string[] =>
  Object.entries(makers)
    .filter(([, by]) => by.some((role) => roles.includes(role)))
    .map(([name]) => name)

/** Facts that hold only while the same host, or the same company, is there. */
export const factsOfHost: readonly string[] = [
  'hosting.confirmed',
  'hosting.mentor-named',
  'hosting.arrival-contact-named',
]
export const factsOfCompany: readonly string[] = ['company.confirmed', 'company.proposed']

/** The fact that naming a contact makes true. */
export function factOfContact(role: PartyRole, duty: string): string | null {
  if (role !== 'hosting') return null
  return { mentor: 'hosting.mentor-named', arrival: 'hosting.arrival-contact-named' }[duty] ?? null
}
