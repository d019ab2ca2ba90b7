import { sql } from 'kysely'
import { addDays } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { saveEdit } from '#modules/mobilities/edit.actions.ts'
import { lockMobilities } from '#modules/mobilities/edit.store.ts'
import { recordFacts } from '#modules/mobilities/facts.actions.ts'
import { saveStatuses } from '#modules/mobilities/lifecycle.store.ts'
import type { Side } from '#modules/placements/placement-steps.rules.ts'
import type { AskedAct } from '#modules/placements/placements.shapes.contract.ts'
import { findPlacements } from '#modules/placements/placements.store.ts'
import { propose } from '#modules/placements/propose.actions.ts'
import { takeSteps } from '#modules/placements/take-steps.actions.ts'
import { giveWords } from './placement-words.ts'
import type { PlayedFlow, Stage } from './stage.ts'

/** How far somebody's placement has come in the demo. */
type Fate =
  | 'proposed'
  | 'sent'
  | 'interview'
  | 'refused'
  | 'accepted'
  | 'approved'
  | 'objected'
  | 'confirmed'
  | 'in-turn'

interface Opening {
  id: string
  companyId: string
  left: number
}

/** Placements in every step: those of the past as they ended, those of two coming flows on their way. */
export async function takePlaces(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  const host = stage.organisations.hosts['puerta-sur']
  if (!host.actor) return
  await settlePast(stage)
  const group = (name: string): string[] => played.find(({ flow }) => flow.name === name)?.mobilityIds ?? []
  const [giulia = '', , , ...next] = group('Seville, next departure')
  const gruppe = group('Sevilla Gruppe 2')
  await giveWords(stage, [giulia, ...next.slice(0, 20), ...gruppe, ...group('Seville, spring B')])
  const openings = await openingsOf(stage, host.id)
  const taller = openings.filter(({ companyId }) => companyId === stage.organisations.tallerOrtega)
  const others = openings.filter(({ companyId }) => companyId !== stage.organisations.tallerOrtega)
  await waitForGiulia(stage, giulia)
  await begin(stage, next.slice(0, 3), ['sent', 'sent', 'interview'], taller)
  await begin(
    stage,
    next.slice(3, 19),
    [
      'in-turn',
      ...Array.from({ length: 8 }, () => 'accepted' as const),
      ...Array.from({ length: 4 }, () => 'approved' as const),
      'objected',
      'interview',
      'refused',
    ],
    others,
  )
  await begin(
    stage,
    gruppe.slice(0, 30),
    [
      ...Array.from({ length: 7 }, () => 'proposed' as const),
      ...Array.from({ length: 6 }, () => 'sent' as const),
      ...Array.from({ length: 3 }, () => 'interview' as const),
      ...Array.from({ length: 3 }, () => 'refused' as const),
      ...Array.from({ length: 5 }, () => 'accepted' as const),
      ...Array.from({ length: 6 }, () => 'confirmed' as const),
    ],
    others,
  )
}

/** What was confirmed before today: agreed by everybody, with hours and a tutor. */
async function settlePast({ as, today, organisations }: Stage): Promise<void> {
  const host = organisations.hosts['puerta-sur']
  const context = as({ kind: 'system', name: 'SoftMob' }, today)
  await sql`
    update placement l set arranged_by = case when l.hosting_id = ${host.id}::uuid then l.hosting_id else l.arranged_by end,
      step = case when l.step in ('accepted', 'approved') and m.company_stage = 'confirmed' then 'confirmed' else l.step end,
      approved_by_sender = l.step not in ('refused', 'withdrawn') and m.company_stage = 'confirmed',
      approved_by_participant = l.step not in ('refused', 'withdrawn') and m.company_stage = 'confirmed',
      working_hours = m.working_hours, workplace_address = m.workplace_address,
      since = least(${context.now}, coalesce(m.departure - 50, ${today}::date)::timestamptz),
      tutor = (select jsonb_build_object('name', t.value ->> 'name', 'phone', '', 'email', '')
        from company_card k cross join lateral jsonb_array_elements(k.tutors) t where k.company_id = l.company_id limit 1)
    from mobility m where m.id = l.mobility_id`.execute(context.db)
  const { rows } = await sql<{
    id: string
  }>`select mobility_id as id from placement where step = 'confirmed'`.execute(context.db)
  await recordFacts(
    context,
    rows.map(({ id }) => ({ mobilityId: id, name: 'placement.confirmed' })),
  )
}

async function openingsOf({ as, today }: Stage, hostId: string): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select id, company_id as "companyId", places as left from position where organisation_id = ${hostId} and minimum_age is null
    order by id`.execute(as({ kind: 'system', name: 'SoftMob' }, today).db)
  return rows
}

/** Giulia's company and school have said yes; hers is asked. */
async function waitForGiulia({ as, today, organisations }: Stage, mobilityId: string): Promise<void> {
  const context = as(organisations.senders.aurora, addDays(today, -2))
  await context.db
    .updateTable('placement')
    .set({
      step: 'approved',
      approved_by_participant: false,
      since: context.now,
      tutor: JSON.stringify({ name: 'Manuel Ortega', phone: '+34 655 550 148', email: '' }),
    })
    .where('mobility_id', '=', mobilityId)
    .where('company_id', '=', organisations.tallerOrtega)
    .where('step', 'not in', ['refused', 'withdrawn'])
    .execute()
  await context.db
    .deleteFrom('fact')
    .where('mobility_id', '=', mobilityId)
    .where('name', '=', 'placement.confirmed')
    .execute()
}

/** Lets people begin anew and go as far as their fate, each step on its day and in its side's name. */
async function begin(
  stage: Stage,
  mobilityIds: readonly string[],
  fates: readonly Fate[],
  openings: Opening[],
): Promise<void> {
  const { today } = stage
  const host = stage.organisations.hosts['puerta-sur'].actor
  if (!host) return
  const staying = await stillGoing(stage, mobilityIds)
  for (const [i, mobilityId] of staying.entries()) {
    const fate = fates[i] ?? 'confirmed'
    const opening = openings.filter(({ left }) => left > 0)[i % Math.max(1, openings.length)] ?? openings[0]
    if (!opening) return
    opening.left -= 1
    await clear(stage, mobilityId)
    const arranged = (daysAgo: number): Context => silent(stage.as(host, addDays(today, -daysAgo)))
    const { id } = await propose(arranged(16), {
      mobilityId,
      positionId: opening.id,
      share: 100,
    })
    await follow(stage, id, fate, i)
    if (fate === 'in-turn') await takeTurns(stage, mobilityId, id, openings[openings.length - 1 - i])
  }
}

async function follow(stage: Stage, id: string, fate: Fate, i: number): Promise<void> {
  const { today, organisations, random } = stage
  const host = organisations.hosts['puerta-sur'].actor
  if (!host || fate === 'proposed') return
  const [row] = await findPlacements(stage.as(host, today).db, [id])
  if (!row) return
  const tutor = row.tutor?.name ?? row.company
  const company = {
    kind: 'tutor-link',
    linkId: id,
    organisationId: row.companyId,
    name: tutor,
    email: null,
    language: 'es',
  } as const
  const sender =
    row.sendingId === organisations.senders.aurora.organisationId
      ? organisations.senders.aurora
      : organisations.senders.lindenhof
  const step = async (context: Context, side: Side, act: AskedAct) => {
    await takeSteps(silent(context), await findPlacements(context.db, [id]), act, () => [side])
  }
  const ago = (days: number) => addDays(today, -days)
  await step(stage.as(host, ago(13)), 'arranger', { do: 'send' })
  if (fate === 'sent') return
  if (fate === 'interview' || i % 3 === 1) {
    const day = fate === 'interview' ? addDays(today, 2 + (i % 4)) : ago(7)
    const interview = {
      day,
      time: random.pick(['9:30', '11:00', '16:15']).padStart(5, '0'),
      way: random.pick(['phone', 'video', 'visit'] as const),
    }
    await step(stage.as(company, fate === 'interview' ? ago(4) : ago(9)), 'company', {
      do: 'interview',
      interview,
    })
    if (fate === 'interview') return
    await step(stage.as(company, ago(7)), 'company', {
      do: 'outcome',
      outcome: 'Friendly and interested; her Spanish will do.',
    })
  }
  if (fate === 'refused') {
    const [code, reason] = random.pick([
      ['language', 'Our customers speak Spanish only; A1 is not enough for the counter.'],
      ['no-tutor', 'Our second tutor is on parental leave until summer.'],
      ['dates', 'We are closed for works in the second week.'],
    ] as const)
    return step(stage.as(company, ago(5)), 'company', { do: 'refuse', code, reason })
  }
  await step(stage.as(company, ago(5)), 'company', {
    do: 'accept',
    workingHours: row.workingHours ?? '9:00–14:00',
    workplaceAddress: `${random.pick(['Calle Feria', 'Calle Betis', 'Avenida de la Cruz Roja', 'Calle San Luis'])} ${random.whole(2, 90)}, Sevilla`,
    tutor: { name: tutor, phone: `+34 655 550 ${random.whole(100, 999)}`, email: '' },
  })
  if (fate === 'objected')
    return step(stage.as({ kind: 'system', name: 'Participant' }, ago(2)), 'participant', {
      do: 'object',
      words: 'Work begins at 7:00 and there is no bus from the flat before 7:30.',
    })
  if (fate === 'approved' || fate === 'confirmed')
    await step(stage.as(sender, ago(3)), 'sending', { do: 'approve' })
  if (fate === 'confirmed')
    await step(stage.as({ kind: 'system', name: row.givenName }, ago(1)), 'participant', { do: 'approve' })
}

/** The second half of the stay at another company. */
async function takeTurns(
  stage: Stage,
  mobilityId: string,
  first: string,
  other: Opening | undefined,
): Promise<void> {
  const host = stage.organisations.hosts['puerta-sur'].actor
  if (!host || !other) return
  const context = silent(stage.as(host, addDays(stage.today, -4)))
  const [row] = await findPlacements(context.db, [first])
  if (!row?.startsOn) return
  const { id } = await propose(context, {
    mobilityId,
    positionId: other.id,
    inTurnWith: first,
    startsOn: addDays(row.startsOn, 14),
    share: 45,
  })
  await takeSteps(context, await findPlacements(context.db, [id]), { do: 'send' }, () => ['arranger'])
}

/** Whoever has stepped back is not placed. */
async function stillGoing({ as, today }: Stage, ids: readonly string[]): Promise<string[]> {
  const rows = await lockMobilities(as({ kind: 'system', name: 'SoftMob' }, today).db, ids)
  const going = new Set(
    rows.filter(({ status }) => ['accepted', 'placed', 'ready'].includes(status)).map(({ id }) => id),
  )
  return ids.filter((id) => going.has(id))
}

/** As before anybody looked for a company. */
async function clear(stage: Stage, mobilityId: string): Promise<void> {
  const context = stage.as(stage.organisations.senders.aurora, addDays(stage.today, -17))
  await context.db.deleteFrom('placement').where('mobility_id', '=', mobilityId).execute()
  const [record] = await lockMobilities(context.db, [mobilityId])
  if (!record) return
  if (record.company_id) await saveEdit(context, record, { companyId: null })
  await context.db
    .deleteFrom('fact')
    .where('mobility_id', '=', mobilityId)
    .where('name', '=', 'placement.confirmed')
    .execute()
  await saveStatuses(
    context.db,
    [{ id: mobilityId, status: 'accepted', reason: null, day: null }],
    context.now,
  )
}

/** What happened weeks ago is not mailed today. */
const silent = (context: Context): Context => ({ ...context, enqueue: () => Promise.resolve() })
