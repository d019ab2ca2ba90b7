/** The roles a membership can carry (product.md §2: membership). */
export const roles = [
  'administrator',
  'coordinator',
  'finance',
  'mentor',
  'accompanying',
  'tutor',
  'viewer',
] as const
export type Role = (typeof roles)[number]

/** What a role may do in its organisation. Which rows it reaches is decided by party, not here. */
export const permissions = [
  'organisation.read',
  'organisation.manage',
  'members.manage',
  'partners.manage',
  'projects.read',
  'projects.edit',
  'money.read',
  'money.edit',
  'expenses.enter',
  'flows.edit',
  'mobilities.read',
  'mobilities.edit',
  'people.read',
  'people.edit',
  'tasks.complete',
  // How somebody fares: problems reported, why somebody stepped back. May be about health.
  'care.read',
  'checklists.edit',
  'imports.use',
  'links.issue',
  'papers.read',
  'papers.edit',
] as const
export type Permission = (typeof permissions)[number]

const reading: Permission[] = ['organisation.read', 'projects.read', 'mobilities.read', 'people.read']

const grants: Record<Role, readonly Permission[]> = {
  administrator: permissions,
  coordinator: permissions.filter((p) => p !== 'organisation.manage'),
  // Money, not health or diary; never changes who travels.
  finance: [...reading, 'money.read', 'money.edit', 'expenses.enter', 'tasks.complete'],
  mentor: [
    ...reading,
    'care.read',
    'expenses.enter',
    'tasks.complete',
    'links.issue',
    'papers.read',
    'papers.edit',
  ],
  accompanying: [
    'organisation.read',
    'mobilities.read',
    'care.read',
    'people.read',
    'expenses.enter',
    'tasks.complete',
    'papers.read',
  ],
  tutor: ['organisation.read', 'mobilities.read', 'care.read', 'tasks.complete', 'papers.read'],
  viewer: [...reading, 'care.read'],
}

/** Roles whose members see only the mobilities that name them (architecture: "only these mobilities"). */
export const namedOnlyRoles: readonly Role[] = ['accompanying']

/** All permissions that the given roles carry together; an unknown role carries none. */
export function permissionsOf(memberRoles: readonly string[]): ReadonlySet<string> {
  return new Set(memberRoles.flatMap((role) => grants[role as Role] ?? []))
}
