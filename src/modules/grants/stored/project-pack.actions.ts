import type { z } from 'zod'
import { invalid, invalidField, notFound } from '#shared/problems.ts'
import { labelOf, memberOf } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { FileAnswer } from '#server/http/routes.ts'
import { filesNamed } from '#modules/files/files.store.ts'
import { recordEvent } from '#modules/journal/journal.store.ts'
import { changedFigures } from '#modules/rule-packs/changed-figures.rules.ts'
import {
  enterCountries,
  wrongCountries,
  type EnteredCountry,
} from '#modules/rule-packs/enter-countries.rules.ts'
import { enterFigures } from '#modules/rule-packs/enter-figures.rules.ts'
import { packFigures } from '#modules/rule-packs/pack-figures.rules.ts'
import { missingRates } from '#modules/rule-packs/missing-rates.rules.ts'
import { mistakeInWords } from '#modules/rule-packs/pack-words.rules.ts'
import type { PackMistake } from '#modules/rule-packs/pack-mistakes.rules.ts'
import type { RulePack } from '#modules/rule-packs/rule-pack.rules.ts'
import { packNamed, shippedPacks } from '#modules/rule-packs/shipped-packs.ts'
import { checkPack } from '../check-pack.rules.ts'
import type { packChoice, packPreview, projectPack } from '../grants.shapes.contract.ts'
import { mobilitiesOfProject, packsById } from './grants.store.ts'
import * as store from './project-pack.store.ts'
import { amountsOf, refreshGrants } from './refresh-grants.actions.ts'

type Choice = z.output<typeof packChoice>
type ShownPack = z.input<typeof projectPack>

/** The packs to choose from: those that come with SoftMob, and the organisation's own versions. */
export async function listPacks(context: Context) {
  const own = await store.ownPacks(context.db, memberOf(context.actor).organisationId)
  return {
    shipped: shippedPacks().map((pack) => ({
      name: pack.name,
      missing: missingRates(pack).filter(({ paid }) => paid).length,
    })),
    own: own.map((row) => ({
      id: row.id,
      name: row.name,
      version: row.version,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
    })),
  }
}

/** The pack that a project is frozen on, figure by figure; what is missing first. */
export async function readProjectPack(context: Context, projectId: string): Promise<ShownPack> {
  const { organisationId } = memberOf(context.actor)
  const project = await ownProject(context, projectId)
  const row = project.packId ? await store.findPack(context.db, organisationId, project.packId) : undefined
  const pack = row ? ((await packsById(context.db, [row.id])).get(row.id) ?? null) : null
  const history = await store.ownPacks(context.db, organisationId)
  const suggestion = `${project.callYear}-${project.country ?? ''}`
  return {
    pack: pack && {
      id: project.packId,
      name: pack.name,
      version: pack.version,
      callYear: pack.callYear,
      country: pack.country,
      ...(pack.agency ? { agency: pack.agency } : {}),
      ...(pack.about ? { about: pack.about } : {}),
    },
    suggested: packNamed(suggestion) ? suggestion : null,
    evidence: row?.evidence_id ? { id: row.evidence_id, name: row.evidenceName ?? '' } : null,
    note: row?.note ?? null,
    figures: pack ? figuresOf(pack) : [],
    countryGroups: (pack?.countryGroups ?? []).map(({ group, international, region, countries }) => ({
      group,
      international,
      countries,
      ...(region === undefined ? {} : { region }),
    })),
    sources: pack?.sources ?? {},
    history: history.map((one) => ({
      id: one.id,
      name: one.name,
      version: one.version,
      createdAt: one.created_at.toISOString(),
      createdBy: one.created_by,
      current: one.id === project.packId,
    })),
  }
}

function figuresOf(pack: RulePack): ShownPack['figures'] {
  const unpaid = new Set(missingRates(pack).flatMap(({ path, paid }) => (paid ? [] : [path])))
  const { bounds } = pack.individualSupport
  return packFigures(pack)
    .filter(({ path }) => !path.includes('.bounds.'))
    .map(({ path, key, values, figure }) => {
      const isRate = key === 'daily-rate'
      const range = isRate
        ? bounds[values['role'] as 'learner' | 'staff'][String(values['group'])]
        : undefined
      return {
        path,
        key,
        values,
        figure,
        paid: !unpaid.has(path),
        min: range?.min.value ?? null,
        max: range?.max.value ?? null,
      }
    })
}

/** What a choice would change, per mobility. */
export async function previewPack(
  context: Context,
  projectId: string,
  choice: Choice,
): Promise<z.input<typeof packPreview>> {
  const project = await ownProject(context, projectId)
  const { pack, warnings } = await chosenPack(context, project, choice)
  const present = project.packId
    ? (await packsById(context.db, [project.packId])).get(project.packId)
    : undefined
  const rows = (await store.grantsOfProject(context.db, projectId)).map((row) => ({
    id: row.mobilityId,
    number: row.number,
    participant: row.participant,
    before: row.total,
    after: amountsOf(row, pack).total,
  }))
  const changed = rows.filter(({ before, after }) => before !== after)
  const by = ({ before, after }: (typeof rows)[number]): number => Math.abs((after ?? 0) - (before ?? 0))
  return {
    mobilities: rows.length,
    changed: changed.length,
    before: sum(rows.map(({ before }) => before)),
    after: sum(rows.map(({ after }) => after)),
    rows: changed.toSorted((a, b) => by(b) - by(a)).slice(0, 500),
    figures: present
      ? changedFigures(present, pack).figures.map(({ key, values, before, after }) => ({
          key,
          values,
          before: before.value,
          after: after.value,
        }))
      : [],
    warnings: warnings.map(({ path, key, values }) => ({ path, key, values })),
  }
}

/** Freezes the project on the chosen pack; all its grants are computed anew in the same transaction. */
export async function adoptPack(context: Context, projectId: string, choice: Choice): Promise<ShownPack> {
  const { organisationId } = memberOf(context.actor)
  const project = await ownProject(context, projectId, { lock: true })
  const { pack, id } = await chosenPack(context, project, choice)
  const packId =
    id ??
    (await store.samePack(context.db, organisationId, pack)) ??
    (await store.insertPack(context.db, {
      organisationId,
      pack,
      evidenceId: choice.evidenceId ?? null,
      note: choice.note ?? null,
      by: labelOf(context.actor),
      now: context.now,
    }))
  const version = await store.setPack(context.db, projectId, packId, context.now)
  await refreshGrants(context, await mobilitiesOfProject(context.db, projectId))
  await recordEvent(context, {
    type: 'project.pack-adopted',
    subject: { kind: 'project', id: projectId },
    data: { version, code: project.code, pack: pack.name, packVersion: pack.version },
    audience: 'organisation',
  })
  return readProjectPack(context, projectId)
}

/** The pack as a file. */
export async function packFile(context: Context, projectId: string): Promise<FileAnswer> {
  const project = await ownProject(context, projectId)
  const pack = project.packId
    ? (await packsById(context.db, [project.packId])).get(project.packId)
    : undefined
  if (!pack) throw notFound()
  const bytes = new TextEncoder().encode(`${JSON.stringify(pack, null, 2)}\n`)
  return { fileName: `${pack.name}-v${pack.version}.json`, contentType: 'application/json', bytes }
}

async function ownProject(context: Context, id: string, options: { lock?: boolean } = {}) {
  const project = await store.findPackedProject(
    context.db,
    memberOf(context.actor).organisationId,
    id,
    options,
  )
  if (!project) throw notFound()
  return project
}

interface Chosen {
  pack: RulePack
  /** Where the organisation has it already. */
  id: string | null
  warnings: PackMistake[]
}

async function chosenPack(
  context: Context,
  project: NonNullable<Awaited<ReturnType<typeof store.findPackedProject>>>,
  choice: Choice,
): Promise<Chosen> {
  const { organisationId } = memberOf(context.actor)
  await refuseForeignEvidence(context, choice.evidenceId ?? null)
  if (choice.packId) {
    const row = await store.findPack(context.db, organisationId, choice.packId)
    const pack = row && (await packsById(context.db, [row.id])).get(row.id)
    if (!pack) throw invalidField('packId', 'grants:field.no-pack', 'There is no such pack.')
    return { pack, id: row.id, warnings: [] }
  }
  if (choice.shipped !== undefined) {
    const pack = packNamed(choice.shipped)
    if (!pack) throw invalidField('shipped', 'grants:field.no-pack', 'There is no pack of that name.')
    return { pack, id: null, warnings: [] }
  }
  if (choice.pack) return wholePack(context, choice.pack)
  if (choice.figures || choice.countries) return withFigures(context, project, choice)
  throw invalidField('shipped', 'needed', 'Name a shipped pack, one of your own, a whole pack, or figures.')
}

async function wholePack(context: Context, value: Record<string, unknown>): Promise<Chosen> {
  const { pack, mistakes } = checkPack(value)
  refuseMistakes('pack', mistakes)
  if (!pack) throw invalidField('pack', 'grants:field.bad-pack', 'This is not a rule pack.')
  return { pack: await numbered(context, pack), id: null, warnings: mistakes }
}

/** The coordinator's own figures on the present pack, or on the draft for the project's call and country. */
async function withFigures(
  context: Context,
  project: { code: string; packId: string | null; callYear: number; country: string | null },
  { figures = [], countries = [] }: Choice,
): Promise<Chosen> {
  const present = project.packId
    ? (await packsById(context.db, [project.packId])).get(project.packId)
    : packNamed(`${project.callYear}-${project.country ?? ''}`)
  if (!present) throw invalidField('figures', 'grants:field.no-pack', 'Choose a pack first.')
  const annex = `${project.code}, Annex`
  refuseCountries(present, countries)
  const entered = enterFigures(present, figures, annex)
  const pack = enterCountries(entered.pack, countries, annex)
  const { unknown } = entered
  if (unknown.length > 0)
    throw invalid(
      unknown.map((path) => ({ field: path, code: 'unknown', message: 'The pack has no such figure.' })),
    )
  // A pack of one's own has other figures than its agency's examples.
  const { mistakes } = checkPack({ ...pack, examples: [] })
  refuseMistakes('', mistakes)
  return { pack: await numbered(context, { ...pack, examples: [] }), id: null, warnings: mistakes }
}

function refuseCountries(pack: RulePack, countries: readonly EnteredCountry[]): void {
  const wrong = wrongCountries(pack, countries)
  if (wrong.length > 0)
    throw invalid(
      wrong.map(({ at, field, code }) => ({
        field: `countries.${at}.${field}`,
        code: `grants:field.${code}`,
        message: 'There is no such country or group.',
      })),
    )
}

/** A version above all that the organisation has under this name. */
async function numbered(context: Context, pack: RulePack): Promise<RulePack> {
  const latest = await store.latestVersion(context.db, memberOf(context.actor).organisationId, pack.name)
  return { ...pack, version: Math.max(pack.version, latest + 1) }
}

/** The programme's maxima bound what is typed; its minima only warn. */
function refuseMistakes(within: string, mistakes: readonly PackMistake[]): void {
  const wrong = mistakes.filter(({ level }) => level !== 'warning')
  if (wrong.length === 0) return
  throw invalid(
    wrong.slice(0, 50).map((mistake) => ({
      field: [within, mistake.path].filter(Boolean).join('.'),
      code: `grants:mistake.${mistake.key}`,
      message: mistakeInWords(mistake),
      values: mistake.values,
    })),
  )
}

async function refuseForeignEvidence(context: Context, evidenceId: string | null): Promise<void> {
  if (evidenceId === null) return
  const files = await filesNamed(context.db, memberOf(context.actor).organisationId, [evidenceId])
  if (!files.has(evidenceId)) throw invalidField('evidenceId', 'not-there', 'There is no such file.')
}

const sum = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((cents, amount) => cents + Math.round((amount ?? 0) * 100), 0) / 100
