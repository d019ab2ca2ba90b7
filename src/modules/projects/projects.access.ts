/** Who may see what a project was awarded: the money people of the organisation whose project it is. */
export function seesMoney(
  member: { organisationId: string; permissions: ReadonlySet<string> },
  project: { organisationId: string },
): boolean {
  return project.organisationId === member.organisationId && member.permissions.has('money.read')
}
