/** A membership as far as these rules look at it. */
export interface Standing {
  id: string
  roles: readonly string[]
}

/**
 * Why one member may not give these roles, or change a member who has them: only an administrator makes or unmakes
 * administrators. Words in `organisations:whyNot.<code>`.
 */
export function whyNotGiveRoles(
  givenBy: { roles: readonly string[] },
  before: readonly string[],
  after: readonly string[],
): 'administrators-only' | null {
  const touchesAdministrator = before.includes('administrator') !== after.includes('administrator')
  return touchesAdministrator && !givenBy.roles.includes('administrator') ? 'administrators-only' : null
}

/** Why a membership cannot lose the administrator's role: an organisation keeps somebody who can let others in. */
export function whyNotLeave(
  members: readonly Standing[],
  id: string,
  rolesAfter: readonly string[],
): 'last-administrator' | null {
  if (rolesAfter.includes('administrator')) return null
  const others = members.filter((member) => member.id !== id)
  const wasOne = members.some((member) => member.id === id && member.roles.includes('administrator'))
  return wasOne && !others.some((member) => member.roles.includes('administrator'))
    ? 'last-administrator'
    : null
}
