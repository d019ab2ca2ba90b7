import type { z } from 'zod'
import { invalid, notFound } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { filesNamed } from '#modules/files/files.store.ts'
import { findOwnStay } from '#modules/files/own-stay.store.ts'
import { refuseOverlap } from '#modules/journal/edits.store.ts'
import { changesBetween, recordEvent } from '#modules/journal/journal.store.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { compareTwo } from '../compare-two.rules.ts'
import type { comparisonShape, grantShape } from '../grants.shapes.contract.ts'
import { participantShare } from '../participant-share.rules.ts'
import { problemInEnglish } from '../english.rules.ts'
import { caseOf, roleOf, type GrantInputs, type GrantInputsEdit } from './grant-inputs.rules.ts'
import * as store from './grants.store.ts'
import { amountsOf, compute } from './refresh-grants.actions.ts'

type ShownGrant = z.input<typeof grantShape>
type OwnRow = NonNullable<Awaited<ReturnType<typeof store.loadOwnGrant>>>

/** The grant of one's own mobility, explained. */
export async function readGrant(context: Context, mobilityId: string): Promise<ShownGrant> {
  const row = await ownRow(context, mobilityId)
  return show(row, row.inputs, await packOf(context, row))
}

/** What it would be with other inputs; nothing is saved. */
export async function tryOut(
  context: Context,
  mobilityId: string,
  edit: GrantInputsEdit,
): Promise<ShownGrant> {
  const row = await ownRow(context, mobilityId)
  return show(row, merged(row.inputs, edit), await packOf(context, row))
}

/** Saves the inputs sent. Throws `conflict` where somebody else changed one of them meanwhile. */
export async function editGrant(
  context: Context,
  mobilityId: string,
  version: number,
  edit: GrantInputsEdit,
): Promise<ShownGrant> {
  const row = await ownRow(context, mobilityId, { lock: true })
  await refuseForeignEvidence(context, edit)
  const inputs = merged(row.inputs, edit)
  const before: Record<string, unknown> = row.inputs
  const changes = changesBetween(
    before,
    Object.fromEntries(Object.keys(edit).map((key) => [key, inputs[key as never] ?? null])),
  )
  await refuseOverlap(context, mobilityId, row, version, changes)
  const pack = await packOf(context, row)
  refuseImpossible(compute(row, inputs, pack), edit)
  if (Object.keys(changes).length === 0) return show(row, inputs, pack)
  const saved = await store.saveInputs(context.db, row, inputs, context.now)
  await recordEvent(context, {
    type: 'grant.changed',
    subject: { kind: 'grant', id: mobilityId },
    mobilityId,
    changes,
    data: { version: saved },
    audience: 'organisation',
  })
  return show({ ...row, version: saved }, inputs, pack)
}

/** Why two grants of the organisation differ. */
export async function compareGrants(
  context: Context,
  oneId: string,
  otherId: string,
): Promise<z.input<typeof comparisonShape>> {
  const [one, other] = [await ownRow(context, oneId), await ownRow(context, otherId)]
  const packs = { one: await packOf(context, one), other: await packOf(context, other) }
  const shown = { one: show(one, one.inputs, packs.one), other: show(other, other.inputs, packs.other) }
  if (!packs.one || !packs.other || shown.one.open || shown.other.open)
    return { ...shown, difference: null, steps: [] }
  const cases = {
    one: caseOf(one, one.inputs, shown.one.distance.km),
    other: caseOf(other, other.inputs, shown.other.distance.km),
  }
  const { difference, steps } = compareTwo(
    { pack: packs.one, case: cases.one },
    { pack: packs.other, case: cases.other },
  )
  const words = (side: 'one' | 'other', input: string): string | null => {
    const value = input === 'pack' ? packs[side]?.name : cases[side][input as keyof typeof cases.one]
    if (value === undefined) return null
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return {
    ...shown,
    difference,
    steps: steps.map((step) => ({
      ...step,
      before: step.inputs.map((input) => words('one', input)),
      after: step.inputs.map((input) => words('other', input)),
    })),
  }
}

/** A participant's or guardian's own grant. Drafts are nobody's yet. */
export async function readOwnGrant(
  context: Context,
  mobilityId: string,
): Promise<Omit<ShownGrant, 'inputs'>> {
  const { actor } = context
  const stay = await findOwnStay(context.db, actor.kind === 'person' ? actor.personIds : [], mobilityId)
  const [row] = stay ? await store.loadForGrants(context.db, [mobilityId]) : []
  if (!row || row.status === 'draft') throw notFound()
  const packs = await store.packsById(context.db, [row.packId])
  const pack = row.packId === null ? null : (packs.get(row.packId) ?? null)
  const { inputs: _inputs, ...shown } = show({ ...row, version: 0, participant: '' }, row.inputs, pack)
  return shown
}

async function ownRow(context: Context, id: string, options: { lock?: boolean } = {}): Promise<OwnRow> {
  const row = await store.loadOwnGrant(context.db, memberOf(context.actor).organisationId, id, options)
  if (!row) throw notFound()
  return row
}

async function packOf(context: Context, row: store.GrantRow): Promise<RulePack | null> {
  if (row.packId === null) return null
  return (await store.packsById(context.db, [row.packId])).get(row.packId) ?? null
}

/** What is sent replaces, null takes away, the rest stays. */
export function merged(inputs: GrantInputs, edit: GrantInputsEdit): GrantInputs {
  return Object.fromEntries(
    Object.entries({ ...inputs, ...edit }).filter(([, value]) => value !== null && value !== undefined),
  )
}

export async function refuseForeignEvidence(
  context: Context,
  { distanceEvidence }: GrantInputsEdit,
): Promise<void> {
  if (!distanceEvidence) return
  const { organisationId } = memberOf(context.actor)
  const files = await filesNamed(context.db, organisationId, [distanceEvidence])
  if (!files.has(distanceEvidence))
    throw invalid([{ field: 'distanceEvidence', code: 'not-there', message: 'There is no such file.' }])
}

/** An input from which nothing can be computed is refused at its field; a record that makes no sense by itself is only shown. */
function refuseImpossible({ answer }: ReturnType<typeof compute>, edit: GrantInputsEdit): void {
  const wrong = (answer?.problems ?? []).filter(({ field }) => (field.split('.')[0] ?? '') in edit)
  if (wrong.length === 0) return
  throw invalid(
    wrong.map((problem) => ({
      field: problem.field,
      code: `grants:problem.${problem.key}`,
      message: problemInEnglish(problem),
      values: problem.values,
    })),
  )
}

function show(row: OwnRow, inputs: GrantInputs, pack: RulePack | null): ShownGrant {
  const { answer, distance, open } = compute(row, inputs, pack)
  const nothing = answer === null || answer.problems.length > 0
  return {
    mobilityId: row.mobilityId,
    participant: row.participant,
    activityType: row.activityType,
    role: inputs.role ?? roleOf(row.activityType),
    pack: pack && { id: row.packId, name: pack.name, version: pack.version },
    inputs,
    distance: {
      ...distance,
      from: inputs.from?.city ?? row.homeTown,
      to: inputs.to?.city ?? row.town,
    },
    open,
    days: amountsOf({ ...row, inputs }, pack).days,
    lines: answer?.lines ?? [],
    total: nothing ? null : answer.total,
    toParticipant: nothing ? null : participantShare(answer.lines),
    warnings: answer?.warnings ?? [],
    problems: answer?.problems ?? [],
    version: row.version,
  }
}
