import { addDays, type Day } from '#shared/dates.ts'
import { addBooking } from '#modules/journeys/bookings.actions.ts'
import { arrivalShape, transferInput } from '#modules/journeys/arrivals.contract.ts'
import { listArrivals } from '#modules/journeys/arrivals.store.ts'
import { saveDeclaration } from '#modules/journeys/green-declaration.store.ts'
import { keepRules } from '#modules/journeys/journey-rules.actions.ts'
import type { LegInput } from '#modules/journeys/journeys.shapes.contract.ts'
import { moveLeg } from '#modules/journeys/move-leg.actions.ts'
import { factsFollow } from '#modules/journeys/settle.actions.ts'
import { addTransfer, saveTransfer, seatPeople } from '#modules/journeys/transfers.actions.ts'
import { withdrawFacts } from '#modules/mobilities/facts.actions.ts'
import type { Means } from '#modules/journeys/travel-means.rules.ts'
import type { MemberActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import type { DemoFlow } from './flows.ts'
import type { PlayedFlow, Stage } from './stage.ts'

/** A leg of an invented timetable: means, number, from, to with their stops, departure and arrival. */
type Stop = [town: string, country: string, stop: string]
type Line = [Means, string, Stop, Stop, departs: string, arrives: string]

const verona: Stop = ['Verona', 'IT', 'VRN']
const sevilla: Stop = ['Sevilla', 'ES', 'SVQ']
const santaJusta: Stop = ['Sevilla', 'ES', 'Santa Justa']

/** How each school gets to each host. Numbers and times are invented. */
const timetable: Partial<Record<`${DemoFlow['sender']} ${DemoFlow['host']}`, { out: Line[]; back: Line[] }>> =
  {
    'aurora puerta-sur': {
      out: [['flight', 'FR 4612', verona, sevilla, '10:35', '13:20']],
      back: [['flight', 'FR 4613', sevilla, verona, '14:05', '16:45']],
    },
    'aurora three-harbours': {
      out: [['flight', 'KM 641', verona, ['Luqa', 'MT', 'MLA'], '11:20', '13:15']],
      back: [['flight', 'KM 640', ['Luqa', 'MT', 'MLA'], verona, '08:10', '10:05']],
    },
    'aurora lee-valley': {
      out: [
        ['flight', 'FR 9414', ['Bergamo', 'IT', 'BGY'], ['Dublin', 'IE', 'DUB'], '08:30', '10:10'],
        ['coach', 'X8', ['Dublin', 'IE', 'DUB'], ['Cork', 'IE', 'Parnell Place'], '11:30', '14:45'],
      ],
      back: [
        ['coach', 'X8', ['Cork', 'IE', 'Parnell Place'], ['Dublin', 'IE', 'DUB'], '08:00', '11:20'],
        ['flight', 'FR 9415', ['Dublin', 'IE', 'DUB'], ['Bergamo', 'IT', 'BGY'], '14:40', '18:15'],
      ],
    },
    'aurora bruecke': {
      out: [
        ['train', 'EC 82', ['Verona', 'IT', 'Porta Nuova'], ['München', 'DE', 'Hbf'], '09:02', '14:25'],
        ['train', 'ICE 508', ['München', 'DE', 'Hbf'], ['Leipzig', 'DE', 'Hbf'], '14:55', '18:10'],
      ],
      back: [
        ['train', 'ICE 503', ['Leipzig', 'DE', 'Hbf'], ['München', 'DE', 'Hbf'], '07:48', '11:02'],
        ['train', 'EC 85', ['München', 'DE', 'Hbf'], ['Verona', 'IT', 'Porta Nuova'], '11:34', '16:58'],
      ],
    },
    'aurora ponte': {
      out: [['flight', 'FR 5312', ['Bergamo', 'IT', 'BGY'], ['Porto', 'PT', 'OPO'], '12:15', '14:00']],
      back: [['flight', 'FR 5313', ['Porto', 'PT', 'OPO'], ['Bergamo', 'IT', 'BGY'], '14:30', '18:05']],
    },
    'lindenhof puerta-sur': {
      out: [
        ['train', 'RE 2', ['Münster', 'DE', 'Hbf'], ['Düsseldorf', 'DE', 'DUS'], '06:30', '08:00'],
        ['flight', 'EW 9576', ['Düsseldorf', 'DE', 'DUS'], sevilla, '10:15', '13:10'],
      ],
      back: [
        ['flight', 'EW 9577', sevilla, ['Düsseldorf', 'DE', 'DUS'], '13:55', '16:50'],
        ['train', 'RE 2', ['Düsseldorf', 'DE', 'DUS'], ['Münster', 'DE', 'Hbf'], '17:40', '19:10'],
      ],
    },
    'moulin puerta-sur': {
      out: [
        ['train', 'TGV 8912', ['Nantes', 'FR', 'gare'], ['Paris', 'FR', 'Montparnasse'], '06:12', '08:30'],
        [
          'train',
          'TGV 9713',
          ['Paris', 'FR', 'Gare de Lyon'],
          ['Barcelona', 'ES', 'Sants'],
          '09:42',
          '16:34',
        ],
        ['train', 'AVE 3942', ['Barcelona', 'ES', 'Sants'], santaJusta, '17:05', '22:38'],
      ],
      back: [
        ['train', 'AVE 3941', santaJusta, ['Barcelona', 'ES', 'Sants'], '07:05', '12:36'],
        [
          'train',
          'TGV 9718',
          ['Barcelona', 'ES', 'Sants'],
          ['Paris', 'FR', 'Gare de Lyon'],
          '13:10',
          '20:05',
        ],
        ['train', 'TGV 8939', ['Paris', 'FR', 'Montparnasse'], ['Nantes', 'FR', 'gare'], '20:52', '23:10'],
      ],
    },
  }

/** The second flight of a school that did not get all on one. */
const evening: { out: Line[]; back: Line[] } = {
  out: [['flight', 'V7 1735', ['Venezia', 'IT', 'VCE'], sevilla, '17:50', '20:35']],
  back: [['flight', 'V7 1736', sevilla, ['Venezia', 'IT', 'VCE'], '21:05', '23:40']],
}

/** Puts the flows of these months on flights and trains, one of them late, and has the host plan who picks them up. */
export async function planJourneys(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  const flows = played.filter(
    ({ flow }) => flow.departs > -75 && (flow.departs <= 45 || flow.name === 'Séville printemps'),
  )
  for (const one of flows) await bookFlow(stage, one)
  await keepHostRules(stage)
  await planTransfers(stage)
}

async function bookFlow(stage: Stage, { flow, mobilityIds }: PlayedFlow): Promise<void> {
  const plan = timetable[`${flow.sender} ${flow.host}`]
  if (!plan) return
  const sender = stage.organisations.senders[flow.sender]
  const departs = addDays(stage.today, flow.departs)
  const booked = addDays(departs, -40) < stage.today ? addDays(departs, -40) : addDays(stage.today, -2)
  const context = stage.as(sender, booked)
  const [row] = await context.db
    .selectFrom('mobility')
    .select('flow_id')
    .where('id', '=', mobilityIds[0] ?? '')
    .execute()
  const flowId = row?.flow_id ?? ''
  const coming = flow.departs > 0
  const most = coming ? Math.round(mobilityIds.length * 0.6) : mobilityIds.length
  const legs = legsOf(plan, departs, addDays(departs, flow.days - 1))
  const teacher = flow.kind === 'staff' ? [] : [{ name: 'Paolo Ferri', phone: '+39 347 555 0166' }]
  await addBooking(context, flowId, {
    reference: referenceOf(flow.name),
    seats: most + 2,
    legs,
    travellers: [
      ...mobilityIds.slice(0, most).map((mobilityId, at) => ({
        mobilityId,
        legs: legs.map((_leg, leg) => ({ leg, seat: legs[leg]?.means === 'flight' ? seatOf(at) : null })),
      })),
      ...teacher,
    ],
    replace: false,
  })
  if (!coming) return stateGreen(context, legs, mobilityIds)
  const next = mobilityIds.slice(most, Math.round(mobilityIds.length * 0.8))
  if (flow.sender === 'aurora' && flow.host === 'puerta-sur')
    await addBooking(context, flowId, {
      reference: referenceOf(`${flow.name} 2`),
      legs: legsOf(evening, departs, addDays(departs, flow.days - 1)),
      travellers: next.map((mobilityId) => ({ mobilityId })),
      replace: false,
    })
  const without = mobilityIds.slice(Math.round(mobilityIds.length * 0.8))
  await withdrawFacts(context, flow.host === 'puerta-sur' ? without : [...next, ...without], [
    'journey.known',
  ])
}

/** Whoever came by train alone states so on honour; most have done it. */
async function stateGreen(
  context: Context,
  legs: readonly LegInput[],
  mobilityIds: readonly string[],
): Promise<void> {
  if (legs.some(({ means }) => means !== 'train')) return
  const ids = mobilityIds.slice(0, Math.ceil(mobilityIds.length * 0.7))
  const people = await context.db
    .selectFrom('mobility as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'p.given_name', 'p.family_name'])
    .where('m.id', 'in', ids)
    .orderBy('m.id')
    .execute()
  for (const one of people)
    await saveDeclaration(context.db, one.id, {
      means: ['train'],
      note: null,
      onPaper: false,
      by: `${one.given_name} ${one.family_name}`,
      at: context.now,
    })
  await factsFollow(context, ids)
}

function legsOf(plan: { out: Line[]; back: Line[] }, departs: Day, returns: Day): LegInput[] {
  const laid = (lines: readonly Line[], direction: 'out' | 'back', day: Day): LegInput[] =>
    lines.map(([means, number, from, to, departsAt, arrivesAt]) => ({
      direction,
      means,
      number,
      from: { town: from[0], country: from[1], stop: from[2] },
      to: { town: to[0], country: to[1], stop: to[2] },
      departsOn: day,
      departsAt,
      arrivesOn: day,
      arrivesAt,
    }))
  return [...laid(plan.out, 'out', departs), ...laid(plan.back, 'back', returns)]
}

/** Six letters as airlines give them, the same on every machine. */
function referenceOf(name: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_073_741_824
  return Array.from({ length: 6 }, (_one, i) => letters[Math.floor(sum / 32 ** i) % 32]).join('')
}

const seatOf = (at: number): string => `${12 + Math.floor(at / 6)}${'ABCDEF'[at % 6] ?? 'A'}`

async function keepHostRules(stage: Stage): Promise<void> {
  const host = stage.organisations.hosts['puerta-sur'].actor
  if (!host) return
  await keepRules(stage.as(host, addDays(stage.today, -90)), {
    lateFrom: '21:30',
    lateUntil: '06:00',
    lateText:
      'Llama a Rocío en cuanto lo sepas: +34 655 550 199. Después de las 22:30 coge un taxi en la parada oficial y guarda el recibo; te lo devolvemos.',
    greenMeans: ['train', 'coach', 'shared-car', 'bicycle'],
    greenFrom: 50,
    version: 0,
  })
}

/** The next departure to Seville: a coach and a small bus that is nearly full; the evening flight has moved and nobody picks it up yet. */
async function planTransfers(stage: Stage): Promise<void> {
  const host = stage.organisations.hosts['puerta-sur'].actor
  if (!host) return
  const context = stage.as(host, stage.today)
  const arrivals = await arrivingWith(stage, host, 24)
  const first = arrivals.filter(({ time }) => time === '13:20')
  const late = arrivals.find(({ time }) => time === '20:35')
  const day = addDays(stage.today, 24)
  const base = {
    direction: 'out' as const,
    onDay: day,
    fromPlace: 'Aeropuerto de Sevilla (SVQ)',
    meetingPoint: 'Llegadas, junto a la floristería; cartel «Puerta Sur»',
  }
  const coach = await addTransfer(
    context,
    transferInput.parse({
      ...base,
      name: 'Autobús Guadaíra',
      atTime: '14:15',
      driver: 'Joaquín Mesa',
      phone: '+34 655 550 171',
      seats: 34,
      toPlace: 'Triana, Plaza de Cuba',
    }),
  )
  const small = await addTransfer(
    context,
    transferInput.parse({
      ...base,
      name: 'Microbús 2',
      atTime: '14:00',
      driver: 'Encarna Pozo',
      phone: '+34 655 550 172',
      seats: 8,
      toPlace: 'Nervión, Gran Plaza',
    }),
  )
  const seated = [...first].toSorted((a, b) => a.participant.localeCompare(b.participant))
  const giulia = seated.filter(({ participant }) => participant === 'Giulia Moretti')
  const others = seated.filter((one) => !giulia.includes(one))
  await seatPeople(context, [
    ...[...giulia, ...others.slice(7, 33)].map(({ journeyId }) => ({ journeyId, transferId: coach.id })),
    ...others.slice(0, 7).map(({ journeyId }) => ({ journeyId, transferId: small.id })),
  ])
  // That was told long ago; since then the coach leaves a little later, from another door.
  await context.db.updateTable('pick_up_change').set({ tell_at: null }).execute()
  await saveTransfer(context, coach.id, {
    ...transferInput.parse({
      ...base,
      name: 'Autobús Guadaíra',
      atTime: '14:30',
      driver: 'Joaquín Mesa',
      phone: '+34 655 550 171',
      seats: 34,
      toPlace: 'Triana, Plaza de Cuba',
    }),
    version: coach.version,
  })
  if (late) await moveLeg(context, late.legId, { day, time: '22:10' })
}

async function arrivingWith(stage: Stage, host: MemberActor, days: number) {
  const day = addDays(stage.today, days)
  const scope = { organisationId: host.organisationId, namedIn: null }
  const { items } = await listArrivals(
    stage.as(host, stage.today).db,
    scope,
    { direction: 'out', from: day, to: day },
    { limit: 500 },
  )
  return items.map((item) => arrivalShape.parse(item))
}
