import type { z } from 'zod'
import { invalidField, Problem } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { leadWeeksOf, paperKinds, usualCovers } from './kinds.rules.ts'
import * as store from './paper-rules.store.ts'
import type { papersContract } from './papers.contract.ts'
import { refreshPapers } from './refresh-papers.actions.ts'

type Contract = typeof papersContract

export async function listVisaRules(context: Context): Promise<{ items: store.VisaRuleRow[] }> {
  return { items: await store.visaRulesOf(context.db, memberOf(context.actor).organisationId) }
}

/** Enters what somebody found out; it holds for everybody of that nationality who goes there, and says who entered it when. */
export async function setVisaRule(
  context: Context,
  { nationality, country, rule }: z.output<Contract['setVisaRule']['body']>,
): Promise<{ items: store.VisaRuleRow[] }> {
  const { organisationId } = memberOf(context.actor)
  if (nationality === country)
    throw invalidField('country', 'papers:field.own-country', 'Nobody needs a visa for the own country.')
  const key = { organisationId, nationality, country }
  await store.saveVisaRule(
    context.db,
    key,
    rule && { ...rule, by: labelOf(context.actor), day: todayOf(context) },
  )
  await recordEvent(context, {
    type: rule ? 'visa-rule.set' : 'visa-rule.removed',
    subject: { kind: 'organisation', id: organisationId },
    data: { nationality, country },
    audience: 'organisation',
  })
  await refreshPapers(context, await store.mobilitiesWith(context.db, key))
  return listVisaRules(context)
}

export async function readSettings(context: Context): Promise<z.input<Contract['readSettings']['answer']>> {
  const own = await store.settingsOf(context.db, memberOf(context.actor).organisationId)
  return {
    covers: own?.covers ?? null,
    identityMargins: own?.identityMargins ?? [],
    leadWeeks: own?.leadWeeks ?? {},
    usualCovers: [...usualCovers],
    usualWeeks: Object.fromEntries(paperKinds.map((kind) => [kind, leadWeeksOf(kind)])),
    version: own?.version ?? 0,
  }
}

export async function saveSettings(
  context: Context,
  { version, ...settings }: z.output<Contract['saveSettings']['body']>,
): Promise<z.input<Contract['readSettings']['answer']>> {
  const { organisationId } = memberOf(context.actor)
  const countries = settings.identityMargins.map(({ country }) => country ?? '')
  if (new Set(countries).size < countries.length)
    throw invalidField('identityMargins', 'papers:field.country-twice', 'A country is there twice.')
  const present = await readSettings(context)
  const saved =
    present.version === version &&
    (await store.saveSettings(context.db, organisationId, settings, version, context.now))
  if (!saved)
    throw new Problem('conflict', {
      changed: { version: present.version, fields: ['settings'], by: null, at: null },
    })
  await recordEvent(context, {
    type: 'paper-settings.saved',
    subject: { kind: 'organisation', id: organisationId },
    audience: 'organisation',
  })
  await refreshPapers(context, await store.watchedMobilities(context.db, organisationId))
  return readSettings(context)
}
