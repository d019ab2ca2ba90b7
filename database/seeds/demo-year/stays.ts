import { addDays, type Day } from '#shared/dates.ts'
import type { Context } from '#server/context.ts'
import { keepPhoto } from '#modules/files/files.actions.ts'
import { allocateRooms } from '#modules/stays/allocate-rooms.ts'
import { giveBeds } from '#modules/stays/give-beds.actions.ts'
import { saveProfile } from '#modules/stays/guests.store.ts'
import { addHousing } from '#modules/stays/housings.actions.ts'
import { addToHousing } from '#modules/stays/photos.store.ts'
import { inputOf } from '#modules/stays/plan-input.ts'
import { applyPlan, ownPlan, resultOf } from '#modules/stays/room-plans.actions.ts'
import { insertPlan, saveState } from '#modules/stays/room-plans.store.ts'
import { housingInput } from '#modules/stays/stays.shapes.contract.ts'
import { stepMany } from '#modules/stays/stays.actions.ts'
import { updateStays } from '#modules/stays/stays.store.ts'
import { drawnHouse } from './drawn-house.ts'
import { housings, type DemoHousing } from './housings.ts'
import type { PlayedFlow, Stage } from './stage.ts'

/** Who has a bed already; the host still has to find rooms for the next two senders' flows in spring. */
const housed = [
  { name: 'This autumn', flows: ['Seville ErasmusPro', 'Sevilla Gruppe 1', 'Seville now'], ago: 45 },
  { name: 'Next arrivals', flows: ['Seville, next departure', 'Sevilla Gruppe 2'], ago: 4 },
]
const toHouse = ['Seville, spring B', 'Séville printemps']
/** Late arrivals: nobody has checked them in yet. */
const late = 3

/** The host's housing in and around Seville, the plans of the year, and who lives there. */
export async function houseGuests(stage: Stage, played: readonly PlayedFlow[]): Promise<void> {
  const { today, organisations } = stage
  const host = organisations.hosts['puerta-sur'].actor
  if (!host) return
  const context = stage.as(host, addDays(today, -70))
  const rooms = await keepHousings(stage, context)
  const group = (name: string): string[] => played.find(({ flow }) => flow.name === name)?.mobilityIds ?? []
  await giveNeeds(stage, [...housed.flatMap(({ flows }) => flows), ...toHouse].flatMap(group))
  await giveGiuliaHerRoom(stage, rooms, group('Seville, next departure')[0] ?? '')
  for (const { name, flows, ago } of housed)
    await housePeople(stage.as(host, addDays(today, -ago)), name, flows.map(group))
  await checkIn(stage, ['Seville ErasmusPro', 'Sevilla Gruppe 1', 'Seville now'].map(group))
}

async function keepHousings({ today, random }: Stage, context: Context): Promise<Map<string, string[]>> {
  const rooms = new Map<string, string[]>()
  for (const [at, one] of housings.entries()) {
    const made = await addHousing(context, inputFor(one, today))
    rooms.set(
      one.name,
      made.rooms.map(({ id }) => id),
    )
    for (let photo = 0; photo < (at < 3 ? 2 : at % 4 === 0 ? 1 : 0); photo++) {
      const kept = await keepPhoto(
        context,
        {
          fileName: `${one.name} ${photo + 1}.png`,
          bytes: drawnHouse(at + photo * 31, random.whole(2, 4)),
          fields: {},
        },
        { organisation_id: organisationIn(context), purpose: 'housing-photo' },
      )
      await addToHousing(context.db, organisationIn(context), made.id, kept.id)
    }
  }
  return rooms
}

const inputFor = (one: DemoHousing, today: Day) =>
  housingInput.parse({
    name: one.name,
    kind: one.kind,
    country: 'ES',
    town: one.town,
    address: one.address,
    contact: one.contact,
    phone: one.kind === 'flat' ? '+34 955 550 102' : `+34 955 55 ${1000 + one.address.length * 7}`,
    email:
      one.kind === 'family'
        ? `${one.contact.split(' ')[0]?.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')}@familia.example`
        : null,
    accessible: one.is.includes('accessible'),
    pets: one.is.includes('pets'),
    smoking: one.is.includes('smoking'),
    quiet: one.is.includes('quiet'),
    dietKitchen: one.is.includes('diet'),
    vettedUntil: one.vetted === null ? null : addDays(today, one.vetted),
    vettingNote:
      one.vetted === null ? null : 'Home visit and criminal record certificates of all adults seen',
    pricePerNight: one.price,
    keys: one.kind === 'flat' ? 'Two sets in the office, one in the key box by the door' : null,
    rules:
      one.kind === 'family'
        ? 'Dinner at nine. Tell us by six if you eat elsewhere. Home by eleven in the week, by midnight on Friday and Saturday.'
        : 'Quiet after eleven. No visitors overnight. Take the rubbish down on Mondays and Thursdays. Lost keys cost 20 €.',
    profile: one.profile,
    rooms: one.rooms.map((beds, at) => ({
      name: `${at + 1}`.padStart(one.rooms.length > 9 ? 2 : 1, '0'),
      beds,
    })),
  })

/** What some of them bring to a room: an allergy, light sleep. */
async function giveNeeds({ random, as, today }: Stage, ids: readonly string[]): Promise<void> {
  const { db, now } = as({ kind: 'system', name: 'SoftMob' }, today)
  const values = ids.flatMap((id) => {
    const needs = {
      pet_allergy: random.chance(0.06),
      smoke_allergy: random.chance(0.05),
      quiet: random.chance(0.08),
      diet_kitchen: random.chance(0.05),
    }
    return Object.values(needs).some(Boolean) ? [{ mobility_id: id, ...needs, updated_at: now }] : []
  })
  await db
    .insertInto('placement_profile')
    .values(values)
    .onConflict((c) =>
      c.column('mobility_id').doUpdateSet((e) => ({
        pet_allergy: e.ref('excluded.pet_allergy'),
        smoke_allergy: e.ref('excluded.smoke_allergy'),
        quiet: e.ref('excluded.quiet'),
        diet_kitchen: e.ref('excluded.diet_kitchen'),
      })),
    )
    .execute()
}

/** Giulia lives with a family, and has told them something about herself. */
async function giveGiuliaHerRoom(
  { as, today, organisations }: Stage,
  rooms: ReadonlyMap<string, string[]>,
  mobilityId: string,
): Promise<void> {
  const host = organisations.hosts['puerta-sur'].actor
  if (!host) return
  const context = as(host, addDays(today, -6))
  const { departure, return_date } = await context.db
    .selectFrom('mobility')
    .select(['departure', 'return_date'])
    .where('id', '=', mobilityId)
    .executeTakeFirstOrThrow()
  const roomId = rooms.get('Familia Herrera')?.[1] ?? ''
  const nights = { startsOn: departure ?? '', endsOn: return_date ?? '' }
  const { refused } = await giveBeds(context, [{ mobilityId, roomId, ...nights }])
  if (refused.length > 0) throw new Error(`Giulia has no room: ${JSON.stringify(refused)}`)
  await saveProfile(
    context.db,
    mobilityId,
    {
      about: 'I am in my last year and want to work in tourism. I talk a lot once I know people!',
      interests: 'Volleyball, baking, singing',
      food: 'I eat everything but fish',
      version: 0,
    },
    context.now,
  )
}

async function housePeople(context: Context, name: string, groups: readonly string[][]): Promise<void> {
  const flows = await context.db
    .selectFrom('mobility')
    .select('flow_id')
    .distinct()
    .where('id', 'in', groups.flat())
    .execute()
  const flowIds = flows.flatMap(({ flow_id }) => flow_id ?? [])
  const asked = { name, flowIds, mostKilometres: 30 }
  const id = await insertPlan(context.db, organisationIn(context), asked, 'Rocío Medina', context.now)
  const input = await inputOf(context, await ownPlan(context, id))
  const found = await allocateRooms(input.guests, input.rooms, { seconds: 2 })
  await saveState(context.db, id, 'solved', context.now, resultOf(input, found))
  await applyPlan(context, id, (await ownPlan(context, id)).version)
}

/** Everybody who is there was checked in on the day of arrival, but for a few who came late. */
async function checkIn({ as, organisations, random }: Stage, groups: readonly string[][]): Promise<void> {
  const host = organisations.hosts['puerta-sur'].actor
  if (!host) return
  for (const group of groups) {
    const { db } = as(host, '2026-01-01')
    const stays = await db
      .selectFrom('stay')
      .select(['id', 'starts_on'])
      .where('mobility_id', 'in', group)
      .orderBy('id')
      .execute()
    const came = group === groups.at(-1) ? stays.slice(late) : stays
    for (const [day, these] of Map.groupBy(came, ({ starts_on }) => starts_on)) {
      const context = as(host, day)
      const ids = these.map(({ id }) => id)
      await stepMany(context, { ids, step: 'checked-in', day })
      await updateStays(db, ids, { deposit: 50, keys: `Set ${random.whole(1, 3)}` }, context.now)
    }
  }
}

const organisationIn = ({ actor }: Context): string => (actor.kind === 'member' ? actor.organisationId : '')
