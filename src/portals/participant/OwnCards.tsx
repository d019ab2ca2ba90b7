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

/** What the modules tell one about the own mobility, below the next step; fetched after it, as one part. */
export default function OwnCards({ mobility }: { mobility: OwnMobilityAnswer }) {
  const card = { mobility: mobility.id, className: classes.card ?? '' }
  const heading = classes.sub ?? ''
  return (
    <>
      {travels.has(mobility.status) && <OwnPapersCard {...card} heading={heading} />}
      {mobility.role !== 'accompanying' && (
        <OwnPlacements {...card} over={over.has(mobility.status)} heading={heading} />
      )}
      {travels.has(mobility.status) && <OwnPackLink mobility={mobility.id} />}
      <OwnStay {...card} heading={heading} />
      {!over.has(mobility.status) && <OwnJourney {...card} heading={heading} />}
      <OwnGrantCard {...card} />
      {spends.has(mobility.status) && <OwnExpenses {...card} heading={heading} />}
    </>
  )
}
