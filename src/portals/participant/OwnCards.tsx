import { daysBetween } from '#shared/dates.ts'
import { todayHere } from '#web/i18n/When.tsx'
import OwnPackLink from '#modules/departure-packs/web/OwnPackLink.tsx'
import OwnExpenses from '#modules/expenses/web/OwnExpenses.tsx'
import OwnGrantCard from '#modules/grants/web/OwnGrantCard.tsx'
import OwnJourney from '#modules/journeys/web/OwnJourney.tsx'
import OwnPapersCard from '#modules/papers/web/OwnPapersCard.tsx'
import OwnPlacements from '#modules/placements/web/OwnPlacements.tsx'
import OwnStay from '#modules/stays/web/OwnStay.tsx'
import type { OwnMobilityAnswer } from './OwnMobility.tsx'
import classes from './participant.module.css'

/** From the first place that is known until they are back. */
const travels = new Set(['selected', 'accepted', 'placed', 'ready', 'abroad'])
/** Nothing is to be agreed on any more. */
const over = new Set([
  'returned',
  'assessed',
  'closed',
  'withdrawn',
  'cancelled',
  'ended-early',
  'force-majeure',
])
/** From the last weeks before departure until the accounts are closed. */
const spends = new Set(['placed', 'ready', 'abroad', 'returned', 'assessed'])

/** Days before departure from which the journey matters more than the company. */
const near = 30

/**
 * What the modules tell one about the own mobility, below the next step; fetched after it, as one part. What matters now
 * comes first: missing papers, then the company; shortly before departure and abroad how to get there and where one
 * lives; money last.
 */
export default function OwnCards({ mobility }: { mobility: OwnMobilityAnswer }) {
  const card = { mobility: mobility.id, className: classes.card ?? '', heading: classes.sub ?? '' }
  const { status, departure } = mobility
  const isOver = over.has(status)
  const soon = status === 'abroad' || (departure !== null && daysBetween(todayHere(), departure) <= near)
  const home = <OwnStay key="home" {...card} />
  const journey = !isOver && <OwnJourney key="journey" {...card} />
  const placements = mobility.role !== 'accompanying' && (
    <OwnPlacements
      key="placements"
      {...card}
      over={isOver}
      minor={mobility.role === 'guardian' ? mobility.participant.name : null}
    />
  )
  const pack = travels.has(status) && <OwnPackLink key="pack" mobility={mobility.id} />
  const expenses = spends.has(status) && <OwnExpenses key="expenses" {...card} />
  return (
    <>
      {travels.has(status) && <OwnPapersCard {...card} />}
      {status === 'abroad'
        ? [pack, placements, home, expenses, journey]
        : soon
          ? [pack, placements, journey, home]
          : [placements, home, journey, pack]}
      <OwnGrantCard mobility={mobility.id} className={card.className} />
      {status !== 'abroad' && expenses}
    </>
  )
}
