import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { dragged, type Movable } from './dragging.ts'
import { MoveDialog } from './MoveDialog.tsx'
import type { Plan } from './plan-answers.ts'
import { useReasonWords } from './use-reason-words.ts'
import type { Shows } from './use-shows.ts'
import type { Turn } from './use-turn.ts'
import classes from './matching.module.css'

const PlacementProfileDialog = lazy(() => import('./profile/PlacementProfileDialog.tsx'))

/** Reasons shown for each; the rest is rarer. */
const shown = 3

interface UnplacedProps {
  organisation: string
  plan: Plan
  shows: Shows
  /** Null: the plan is applied and stands. */
  turn: Turn | null
}

/** Those without a place, each with what stands in the way. */
export function Unplaced({ organisation, plan, shows, turn }: UnplacedProps) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const words = useReasonWords(plan)
  const may = useMay()
  const [moving, setMoving] = useState<Movable | null>(null)
  const [editing, setEditing] = useState<Plan['unplaced'][number] | null>(null)
  const [changed, setChanged] = useState<number | null>(null)
  return (
    <Section title={t('matching:unplaced')} aside={format.number(plan.unplaced.length)}>
      {plan.state === 'solved' && plan.unplaced.length === 0 && (
        <p className={tables.quiet}>{t('matching:allPlaced')}</p>
      )}
      {turn && changed === plan.version && (
        <p className={classes.stale} role="status">
          {t('matching:profile.stale')}{' '}
          <Button size="compact-sm" variant="default" loading={turn.busy} onClick={turn.solveAnew}>
            {t('matching:profile.solveAnew')}
          </Button>
        </p>
      )}
      <ul className={classes.people}>
        {plan.unplaced
          .filter(({ participant, school }) => shows([participant, school]))
          .map((person) => (
            <li key={person.mobilityId} {...(turn ? dragged({ ...person, positionId: null }) : {})}>
              <Link to={paths.mobility(organisation, person.mobilityId)}>{person.participant}</Link>
              <div className={tables.quiet}>{person.school}</div>
              <ul className={classes.reasons}>
                {person.reasons.length === 0 && <li>{t('matching:noPositions')}</li>}
                {person.reasons.slice(0, shown).map((reason) => (
                  <li key={`${reason.code} ${reason.positionId}`}>{words(reason)}</li>
                ))}
              </ul>
              <div className={classes.acts}>
                {may('mobilities.edit') && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('matching:profile.editFor', { name: person.participant })}
                    onClick={() => setEditing(person)}
                  >
                    {t('matching:profile.edit')}
                  </Button>
                )}
                {turn && plan.state === 'solved' && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('matching:move.actionFor', { name: person.participant })}
                    onClick={() => setMoving({ ...person, positionId: null })}
                  >
                    {t('matching:move.action')}
                  </Button>
                )}
              </div>
            </li>
          ))}
      </ul>
      <Suspense>
        {editing && (
          <PlacementProfileDialog
            organisation={organisation}
            mobility={editing.mobilityId}
            name={editing.participant}
            onClose={() => setEditing(null)}
            onSaved={() => setChanged(plan.version)}
          />
        )}
      </Suspense>
      {moving && turn && (
        <MoveDialog
          organisation={organisation}
          plan={plan}
          person={moving}
          to={null}
          turn={turn}
          onClose={() => setMoving(null)}
        />
      )}
    </Section>
  )
}
