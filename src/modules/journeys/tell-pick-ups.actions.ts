import { addDays } from '#shared/dates.ts'
import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import type { Context } from '#server/context.ts'
import { handOver } from '#server/mail/mail.ts'
import { writeMail } from '#server/mail/write-mail.ts'
import { wordsIn } from '#server/words.ts'
import { todayOf } from '#modules/mobilities/mobility-scope.ts'
import { readersOf } from '#modules/mobilities/readers.store.ts'
import { holderOf } from '#modules/tasks/reminders.actions.ts'
import { mailboxesOf } from '#modules/tasks/reminders.store.ts'
import { asOneChange, isNear, nearDays, newsOf, type PickUpNews, type Ride } from './pick-ups.rules.ts'
import { takeDueChanges, takeLostRides, type DueChange } from './pick-ups.store.ts'
import { moment } from './tell.actions.ts'

type News = DueChange & { news: PickUpNews }

/** The clocks of the database and of this process may differ a little. */
const slack = 60_000

/**
 * Mails what has changed about who picks people up: one mail for each participant and guardian, and one for the sender or the host that did
 * not change it, however many people and changes. What was changed and changed back is no news. Of those who do not travel any more the
 * organisations are told alone.
 */
export async function tellPickUps(context: Context): Promise<void> {
  const today = todayOf(context)
  const until = new Date(context.now.getTime() + slack)
  const due = asOneChange(await takeDueChanges(context.db, until), await takeLostRides(context.db, until))
  const told = due.flatMap((one): News[] => {
    const news = newsOf(one.was, one.now, one.standing)
    return news && isNear(one.was, one.now, today, addDays(today, nearDays)) ? [{ ...one, news }] : []
  })
  await tellPeople(
    context,
    told.filter(({ standing }) => standing !== 'gone'),
  )
  for (const direction of ['out', 'back'] as const)
    await tellOrganisations(
      context,
      told.filter((one) => one.direction === direction),
      today,
    )
}

async function tellPeople(context: Context, told: readonly News[]): Promise<void> {
  const readers = await readersOf(
    context.db,
    told.flatMap(({ mobilityId }) => mobilityId ?? []),
    todayOf(context),
  )
  for (const some of Map.groupBy(readers, ({ email }) => email.toLowerCase()).values()) {
    const [first] = some
    const own = told.filter(({ mobilityId }) => some.some((one) => one.mobilityId === mobilityId))
    if (first) await send(context, first, own, 'own', '/me')
  }
}

/** The sender hears of what the host has planned, and the other way round. */
async function tellOrganisations(context: Context, told: readonly News[], today: string): Promise<void> {
  const sides = told.flatMap((one) =>
    [one.sendingId, one.hostingId]
      .filter((id) => id !== null && id !== one.byOrganisation)
      .map((id) => ({ id: id ?? '', one })),
  )
  for (const [id, some] of Map.groupBy(sides, (side) => side.id)) {
    const own = some.map(({ one }) => one)
    const [first] = own
    if (!first) continue
    const duty = first.hostingId === id ? 'arrival' : 'administration'
    const to = holderOf(await mailboxesOf(context.db, id), duty, today)
    const from = own.flatMap(({ was, now }) => (now ?? was)?.onDay ?? []).toSorted()[0] ?? today
    const path = `/o/${id}/arrivals?direction=${first.direction}&from=${from}`
    if (to) await send(context, to, own, 'staff', path)
  }
}

async function send(
  context: Context,
  to: { email: string; language: string },
  told: readonly News[],
  reader: 'own' | 'staff',
  path: string,
): Promise<void> {
  const language = spokenLanguage(to.language)
  const names = [...new Set(told.map(({ participant }) => participant))]
  const mail = await writeMail({
    to: to.email,
    language,
    kind: 'pick-up-changed',
    key: `journeys:mail.pickUp.${reader}`,
    values: { name: names[0] ?? '', count: names.length },
    lines: linesOf(told, language),
    action: { url: `${context.services.config.publicUrl}${path}` },
  })
  await handOver(context.services, context.db, mail)
}

const mostLines = 100

/** One line for all to whom the same has happened. */
function linesOf(told: readonly News[], language: LanguageCode): string[] {
  const words = wordsIn(language)
  const same = Map.groupBy(told, ({ was, now, news }) => JSON.stringify([was, now, news]))
  return [...same.values()].slice(0, mostLines).flatMap((some) => {
    const [first] = some
    if (!first) return []
    const names = some.map(({ participant }) => participant).join(', ')
    const say = (ride: Ride | null): string => (ride ? rideIn(ride, language) : '')
    return [words(`journeys:mail.pickUp.${first.news}`, { names, now: say(first.now), was: say(first.was) })]
  })
}

/** A ride in one line: when, which vehicle, from where to where, who drives. */
const rideIn = (ride: Ride, language: LanguageCode): string =>
  [
    moment(ride.onDay, ride.atTime, language),
    ride.name,
    `${ride.fromPlace} → ${ride.toPlace}`,
    ride.meetingPoint,
    [ride.driver, ride.phone].filter(Boolean).join(' '),
    ride.note,
  ]
    .filter(Boolean)
    .join(' · ')
