import type { z } from 'zod'
import { notFound, notPossible } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { pastRowSecurity } from '#server/database/past-row-security.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { readFile } from '#modules/files/files.store.ts'
import { tutorOf } from '#modules/tutor-links/tutor.actions.ts'
import { readLink } from '#modules/tutor-links/tutor-links.store.ts'
import { companyView } from './company-view.rules.ts'
import { findOffered, offeredTo, type OfferedRow } from './offered.store.ts'
import type { companyAnswer, offeredPlacement } from './placements.shapes.contract.ts'
import { findPlacements } from './placements.store.ts'
import { profilesOf } from './profiles.store.ts'
import { actsFor, sharedOf } from './show-placement.ts'
import { takeSteps } from './take-steps.actions.ts'

type Shown = z.input<typeof offeredPlacement>
type CompanyAnswer = z.output<typeof companyAnswer>

/** The company that asks: by an account, or by the link that an organisation gave it. */
interface Asking {
  companyId: string
  issuer: string | null
}

async function asking(context: Context): Promise<Asking> {
  if (context.actor.kind === 'member')
    return { companyId: memberOf(context.actor).organisationId, issuer: null }
  const link = await readLink(context.db, tutorOf(context).linkId)
  return { companyId: link.company_id, issuer: link.issued_by }
}

/** Whom the company was asked to take, and whom it takes. */
export async function listOffered(context: Context): Promise<{ items: Shown[] }> {
  const { companyId, issuer } = await asking(context)
  return { items: await showAll(context, await offeredTo(context.db, companyId, issuer)) }
}

/** The company's word on one of them. Everything that follows from it is done in its name, in this transaction. */
export async function answerOffered(context: Context, id: string, answer: CompanyAnswer): Promise<Shown> {
  const { companyId, issuer } = await asking(context)
  const offered = await findOffered(context.db, companyId, issuer, id, { lock: true })
  if (!offered) throw notFound()
  await pastRowSecurity(context.db, async () => {
    const rows = await findPlacements(context.db, [id])
    const [one] = await takeSteps(context, rows, withTutor(context, answer), () => ['company'])
    if (one?.why) throw notPossible(`placements:whyNot.${one.why.code}`, one.why.values)
  })
  const [shown] = await showAll(context, [(await findOffered(context.db, companyId, issuer, id)) ?? offered])
  if (!shown) throw notFound()
  return shown
}

/** Whoever says yes by a link looks after the trainee, unless somebody else is named. */
function withTutor(context: Context, answer: CompanyAnswer): CompanyAnswer {
  if (answer.do !== 'accept' || answer.tutor || context.actor.kind !== 'tutor-link') return answer
  const { name, email } = context.actor
  return { ...answer, tutor: { name, phone: '', email: email ?? '' } }
}

export async function offeredCv(context: Context, id: string): Promise<FileAnswer> {
  const { companyId, issuer } = await asking(context)
  const offered = await findOffered(context.db, companyId, issuer, id)
  const [profile] = offered ? await profilesOf(context.db, [offered.mobilityId]) : []
  const file = profile?.cvFileId ? await readFile(context.db, profile.cvFileId) : undefined
  if (!file) throw notFound()
  return { fileName: file.name, contentType: file.content_type, bytes: file.bytes }
}

async function showAll(context: Context, rows: readonly OfferedRow[]): Promise<Shown[]> {
  const profiles = new Map(
    (
      await profilesOf(
        context.db,
        rows.map(({ mobilityId }) => mobilityId),
      )
    ).map((one) => [one.mobilityId, one]),
  )
  return rows.map((row) => {
    const profile = profiles.get(row.mobilityId)
    return {
      ...sharedOf(row),
      mobilityId: row.mobilityId,
      familyName: row.familyName,
      profile: profile ? companyView(withoutKey(profile), row.minimumAge) : null,
      position: row.position,
      tasks: row.tasks,
      from: row.arranger,
      acts: actsFor(row, ['company'], ['interview', 'outcome', 'accept', 'refuse', 'withdraw']).filter(
        ({ whyNot }) => whyNot === null,
      ),
    }
  })
}

function withoutKey<T extends { mobilityId: string }>({
  mobilityId: _mobilityId,
  ...rest
}: T): Omit<T, 'mobilityId'> {
  return rest
}
