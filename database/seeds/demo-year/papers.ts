import { addDays, type Day } from '#shared/dates.ts'
import { sealOf } from '#server/secrets/seal.ts'
import type { Context } from '#server/context.ts'
import { usualCovers } from '#modules/papers/kinds.rules.ts'
import { endingOf } from '#modules/papers/numbers.rules.ts'
import { saveVisaRule } from '#modules/papers/paper-rules.store.ts'
import { insertPolicy } from '#modules/papers/policies.store.ts'
import { bringPolicyScan } from '#modules/papers/policy-scans.actions.ts'
import { refreshPapers } from '#modules/papers/refresh-papers.actions.ts'
import type { DemoFlow } from './flows.ts'
import { seeded, type Random } from './random.ts'
import type { PlayedFlow, Stage } from './stage.ts'

interface Person {
  mobilityId: string
  personId: string
  nationality: string | null
  returns: Day
}

/** Flows whose people are insured together, by the name of the insurer. */
const insured: Record<string, string[]> = {
  'Alpenmutual Viaggi': [
    'Porto, autumn',
    'Seville ErasmusPro',
    'Malta now',
    'Seville now',
    'Leipzig job shadowing',
    'Seville, next departure',
    'Malta class trip',
  ],
  'Mare Nostro Assicura': ['Cork, next departure'],
  'Hansekontor Reiseschutz': ['Sevilla Gruppe 1', 'Sevilla Gruppe 2'],
}

/** What people have with them and what they still owe: nearly all who leave soon, few of those who leave in half a year. */
export async function handInPapers(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  // Chance of its own: the rest of the year stays as it is.
  const random = seeded(3103)
  const near = played.filter(({ flow }) => flow.departs + flow.days > 0)
  await insureGroups(stage, near)
  for (const one of near) await giveFlow(stage, one, random)
  await sendThirdCountryNationals(stage, near)
  for (const { flow, mobilityIds } of near) {
    const sender = stage.organisations.senders[flow.sender]
    await refreshPapers(stage.as(sender, addDays(stage.today, -1)), mobilityIds)
  }
}

async function insureGroups(stage: Stage, near: readonly PlayedFlow[]): Promise<void> {
  for (const [at, [insurer, names]] of Object.entries(insured).entries()) {
    const flows = near.filter(({ flow }) => names.includes(flow.name))
    const [first] = flows
    if (!first) continue
    const sender = stage.organisations.senders[first.flow.sender]
    const context = stage.as(sender, addDays(stage.today, -60))
    const flowIds = await flowsOf(
      context,
      flows.flatMap(({ mobilityIds }) => mobilityIds.slice(0, 1)),
    )
    const input = {
      insurer,
      number: `GP-${2026 + at}-${40_317 + at * 1_009}`,
      emergencyPhone: ['+39 02 5550 1180', '+39 06 5550 2244', '+49 40 5550 7310'][at] ?? '',
      covers: [...usualCovers],
      validFrom: addDays(stage.today, -120),
      validUntil: addDays(stage.today, 245),
      flowIds,
      exceptions: [],
      note: null,
    }
    const id = await insertPolicy(context.db, sender.organisationId, input, context.now)
    if (at === 0)
      await bringPolicyScan(context, id, {
        fileName: `${insurer}, group policy.pdf`,
        bytes: pageSaying(`${insurer}, ${input.number} (invented)`),
        fields: {},
      })
  }
}

/** A PDF of one page with one line. */
function pageSaying(line: string): Uint8Array {
  const text = `BT /F 14 Tf 60 760 Td (${line.replaceAll(/[()\\]|[^\x20-\x7e]/g, ' ')}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let body = '%PDF-1.4\n'
  const starts = objects.map((object, at) => {
    const start = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 6\n0000000000 65535 f \n${starts.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`
  return new TextEncoder().encode(body + end)
}

async function flowsOf({ db }: Context, mobilityIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('mobility')
    .select('flow_id')
    .where('id', 'in', [...mobilityIds])
    .execute()
  return rows.flatMap(({ flow_id }) => flow_id ?? [])
}

async function peopleOf({ db }: Context, mobilityIds: readonly string[]): Promise<Person[]> {
  const rows = await db
    .selectFrom('mobility as m')
    .innerJoin('person as s', 's.id', 'm.person_id')
    .select(['m.id', 'm.person_id', 'm.return_date', 's.nationality'])
    .where('m.id', 'in', [...mobilityIds])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return mobilityIds.flatMap((id) => {
    const row = byId.get(id)
    return row?.return_date
      ? [
          {
            mobilityId: id,
            personId: row.person_id,
            nationality: row.nationality,
            returns: row.return_date,
          },
        ]
      : []
  })
}

/** How many have handed their papers in, by the days until they leave. */
const share = ({ departs }: DemoFlow): number =>
  departs <= 0 ? 1 : departs <= 30 ? 0.94 : departs <= 60 ? 0.78 : departs <= 110 ? 0.35 : 0.08

async function giveFlow(stage: Stage, { flow, mobilityIds }: PlayedFlow, random: Random): Promise<void> {
  const sender = stage.organisations.senders[flow.sender]
  const context = stage.as(sender, addDays(stage.today, -12))
  const people = await peopleOf(context, mobilityIds)
  const abroad = flow.departs <= 0
  const papers = people.flatMap((person, at) => {
    const giulia = flow.name === 'Seville, next departure' && at === 0
    const nicolo = flow.name === 'Cork, next departure' && at === 0
    const short = !abroad && (nicolo || random.chance(0.02))
    const end = addDays(stage.today, random.whole(260, 3200))
    const until = short
      ? addDays(person.returns, nicolo ? -3 : -2 - (at % 23))
      : end > person.returns
        ? end
        : addDays(end, 300)
    const identity = (random.chance(share(flow)) || nicolo) && !giulia
    const card = random.chance(share(flow) * 0.97) || giulia || abroad
    const checked = abroad || random.chance(flow.departs <= 30 ? 0.85 : 0.45)
    return [
      ...(identity ? [paperOf(person, 'identity', until, (checked || abroad) && !short, random)] : []),
      ...(card ? [paperOf(person, 'ehic', addDays(end, 60), checked, random)] : []),
    ]
  })
  await insertPapers(context, sender.organisationId, papers)
}

interface NewPaper {
  person: Person
  kind: 'identity' | 'ehic'
  validUntil: Day
  checked: boolean
  number: string
}

function paperOf(
  person: Person,
  kind: NewPaper['kind'],
  validUntil: Day,
  checked: boolean,
  random: Random,
): NewPaper {
  const digits = random.whole(10_000, 99_999)
  const number =
    kind === 'identity'
      ? `CA${digits}${random.pick(['XK', 'MT', 'LB', 'ZR'])}`
      : `8038000${digits}${digits % 97}`
  return { person, kind, validUntil, checked, number }
}

async function insertPapers(
  context: Context,
  organisationId: string,
  papers: readonly NewPaper[],
): Promise<void> {
  if (papers.length === 0) return
  const { db, now } = context
  const by = 'name' in context.actor ? context.actor.name : ''
  const rows = await db
    .insertInto('paper')
    .values(
      papers.map(({ person, kind, validUntil, checked }) => ({
        organisation_id: organisationId,
        person_id: person.personId,
        kind,
        step: checked ? 'checked' : 'handed-in',
        document: kind === 'identity' ? 'id-card' : null,
        country: kind === 'identity' ? person.nationality : null,
        valid_until: validUntil,
        seen_on: checked ? now.toISOString().slice(0, 10) : null,
        seen_by: checked ? by : null,
        entered_by: checked ? by : 'the participant',
        created_at: now,
        updated_at: now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning(['id', 'person_id', 'kind'])
    .execute()
  const seal = await sealOf(context.services.config)
  const numbers = new Map(papers.map((one) => [`${one.person.personId} ${one.kind}`, one.number]))
  await db
    .insertInto('paper_number')
    .values(
      rows.map(({ id, person_id, kind }) => {
        const number = numbers.get(`${person_id} ${kind}`) ?? ''
        return {
          paper_id: id,
          sealed: seal.close(Buffer.from(number), id).toString('base64'),
          ending: endingOf(number),
        }
      }),
    )
    .execute()
}

/** One needs a visa for Cork and has an appointment next week; of another one nobody knows yet. */
async function sendThirdCountryNationals(stage: Stage, near: readonly PlayedFlow[]): Promise<void> {
  const sender = stage.organisations.senders.aurora
  const context = stage.as(sender, addDays(stage.today, -9))
  const pick = async (name: string, at: number, nationality: string) => {
    const ids = near.find(({ flow }) => flow.name === name)?.mobilityIds ?? []
    const [person] = await peopleOf(context, ids.slice(at, at + 1))
    if (person)
      await context.db.updateTable('person').set({ nationality }).where('id', '=', person.personId).execute()
    if (person)
      await context.db
        .updateTable('paper')
        .set({ country: nationality, document: 'passport' })
        .where('person_id', '=', person.personId)
        .where('kind', '=', 'identity')
        .execute()
    return person
  }
  await pick('Seville, next departure', 6, 'MD')
  await pick('Malta class trip', 3, 'MD')
  const traveller = await pick('Cork, next departure', 4, 'AL')
  const key = { organisationId: sender.organisationId, nationality: 'AL', country: 'IE' }
  await saveVisaRule(context.db, key, {
    freeDays: 0,
    leadWeeks: 10,
    source: 'Answer of the embassy by e-mail (invented for the demo)',
    by: sender.name,
    day: addDays(stage.today, -40),
  })
  if (!traveller) return
  await context.db
    .insertInto('paper')
    .values({
      organisation_id: sender.organisationId,
      person_id: traveller.personId,
      mobility_id: traveller.mobilityId,
      kind: 'visa',
      step: 'begun',
      invited_on: addDays(stage.today, -15),
      appointment_on: addDays(stage.today, 6),
      appointment_time: '10:40',
      appointment_place: 'Embassy, visa office, Rome',
      entered_by: sender.name,
      created_at: context.now,
      updated_at: context.now,
    })
    .execute()
}
