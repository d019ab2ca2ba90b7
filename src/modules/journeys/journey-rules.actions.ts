import type { z } from 'zod'
import { Problem } from '#shared/problems.ts'
import { memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { rulesOf, saveRules } from './journey-rules.store.ts'
import type { journeysContract } from './journeys.contract.ts'

type Contract = typeof journeysContract

/** What the organisation says about late arrivals and green travel, or what is usual. */
export async function readRules(context: Context): Promise<z.input<Contract['readRules']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  return (await rulesOf(context.db, [organisationId]))(organisationId)
}

export async function keepRules(
  context: Context,
  input: z.output<Contract['saveRules']['body']>,
): Promise<{ version: number }> {
  const { organisationId } = memberOf(context.actor)
  const present = (await rulesOf(context.db, [organisationId]))(organisationId)
  const saved = await saveRules(
    context.db,
    organisationId,
    { ...input, lateText: input.lateText || null },
    context.now,
  )
  if (!saved)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['rules'], by: null, at: null },
    })
  await recordEvent(context, {
    type: 'journey.rules-saved',
    subject: { kind: 'organisation', id: organisationId },
    data: {},
    audience: 'organisation',
  })
  return { version: present.usual ? 1 : present.version + 1 }
}
