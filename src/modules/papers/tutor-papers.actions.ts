import { Problem } from '#shared/problems.ts'
import type { Context } from '#server/context.ts'
import { certificatesOfLink } from './tutor-papers.store.ts'

/** What the bearer of a company's link may know of papers: the kinds that its positions demand, seen or not. */
export async function tutorCertificates({ actor, db }: Context) {
  if (actor.kind !== 'tutor-link') throw new Problem('not-signed-in')
  return { items: await certificatesOfLink(db, actor.linkId) }
}
