import type { z } from 'zod'
import { invalidField, Problem } from '#shared/problems.ts'
import { labelOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { sealOf } from '#server/secrets/seal.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { isOfPerson } from './kinds.rules.ts'
import { endingOf } from './numbers.rules.ts'
import type { paperInput } from './papers.shapes.contract.ts'
import * as store from './papers.store.ts'
import { refreshPapers } from './refresh-papers.actions.ts'

export type PaperInput = z.output<typeof paperInput>

/**
 * Enters a paper of a person or stay in place of what was there, and brings what follows from it up to date. `checked`: whoever enters
 * it has it before their eyes. Throws `invalid` by field, `conflict` where somebody changed it meanwhile.
 */
export async function enterPaper(
  context: Context,
  place: store.PaperPlace,
  input: PaperInput & { version: number },
  checked: boolean,
): Promise<void> {
  refuseImpossible(context, input)
  const present = await store.lockPaper(context.db, place)
  if ((present?.version ?? 0) !== input.version) throw conflictWith(present)
  const values = valuesOf(context, input, checked)
  const id = present?.id ?? (await store.insertPaper(context.db, place, values, context.now))
  if (id === null) throw conflictWith(undefined)
  if (present) await store.updatePaper(context.db, id, values, context.now)
  if (input.number !== undefined) await keepNumber(context, id, input.number)
  await refreshPapers(context, await touchedBy(context, place))
}

/** A paper of the person counts for all their mobilities. */
export async function touchedBy(context: Context, place: store.PaperPlace): Promise<string[]> {
  return isOfPerson(place.kind) ? store.mobilitiesOfPeople(context.db, [place.personId]) : [place.mobilityId]
}

async function keepNumber(context: Context, paperId: string, number: string | null): Promise<void> {
  if (number === null) return store.saveNumber(context.db, paperId, null)
  const seal = await sealOf(context.services.config)
  const sealed = seal.close(Buffer.from(number), paperId).toString('base64')
  await store.saveNumber(context.db, paperId, { sealed, ending: endingOf(number) })
}

function refuseImpossible(context: Context, { validFrom, validUntil }: PaperInput): void {
  if (validFrom && validUntil && validUntil < validFrom)
    throw invalidField('validUntil', 'papers:field.ends-first', 'It ends before it begins.')
  if (validUntil && validUntil < todayOf(context))
    throw invalidField('validUntil', 'papers:field.expired', 'This paper is not valid any more.')
}

const conflictWith = (present: { version: number; updated_at: Date } | undefined): Problem =>
  new Problem('conflict', {
    changed: {
      version: present?.version ?? 0,
      fields: ['paper'],
      by: null,
      at: present?.updated_at.toISOString() ?? null,
    },
  })

function valuesOf(context: Context, input: PaperInput, checked: boolean): store.PaperValues {
  const by = labelOf(context.actor)
  // A visa that only has its appointment is on its way; nothing to look at yet.
  const begun = (input.appointmentOn || input.invitedOn) && !input.validUntil
  return {
    step: begun ? 'begun' : checked ? 'checked' : 'handed-in',
    document: input.document ?? null,
    country: input.country ?? null,
    valid_from: input.validFrom ?? null,
    valid_until: input.validUntil ?? null,
    insurer: input.insurer || null,
    emergency_phone: input.emergencyPhone || null,
    covers: input.covers,
    invited_on: input.invitedOn ?? null,
    appointment_on: input.appointmentOn ?? null,
    appointment_time: input.appointmentTime ?? null,
    appointment_place: input.appointmentPlace || null,
    reason: null,
    note: input.note || null,
    seen_on: checked && !begun ? todayOf(context) : null,
    seen_by: checked && !begun ? by : null,
    entered_by: by,
  }
}
