import type { Me } from '#web/api/use-me.ts'
import { paths } from '#web/paths.ts'

/** Where somebody begins; without `me`, nobody is signed in. Work comes before one's own mobilities. */
export function homeOf(
  { needsSetUp }: { needsSetUp: boolean },
  me: Pick<Me, 'memberships' | 'participations' | 'guardianships'> | undefined,
): string {
  if (needsSetUp) return paths.setUp()
  if (!me) return paths.signIn()
  const membership = me.memberships[0]
  if (membership) return paths.organisation(membership.organisation.id)
  return me.participations + me.guardianships > 0 ? paths.me() : paths.account()
}
