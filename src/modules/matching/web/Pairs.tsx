import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { MoveDialog } from './MoveDialog.tsx'
import type { Plan, PlanPair, PlanPosition } from './plan-answers.ts'
import { Points } from './Points.tsx'
import type { Turn } from './use-turn.ts'
import classes from './matching.module.css'

interface PairsProps {
  organisation: string
  plan: Plan
  /** Null: the plan is applied and stands. */
  turn: Turn | null
  onDropOut: (positionId: string) => void
}

/** Who works where: by position, each person with the reasons for it as small bars. */
export function Pairs({ organisation, plan, turn, onDropOut }: PairsProps) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const [moving, setMoving] = useState<PlanPair | null>(null)
  const [dropping, setDropping] = useState<PlanPosition | null>(null)
  const byPosition = Map.groupBy(plan.pairs, ({ positionId }) => positionId)
  const used = plan.positions.filter(({ id }) => byPosition.has(id))
  const free = plan.positions.filter(({ id, places }) => !byPosition.has(id) && places > 0)
  return (
    <Section title={t('matching:pairs')} aside={format.number(plan.pairs.length)}>
      <ul className={classes.positions}>
        {used.map((position) => (
          <li key={position.id} className={classes.position}>
            <div className={classes.head}>
              <div>
                <strong>{position.title}</strong>
                <div className={tables.quiet}>
                  <Link to={paths.company(organisation, position.companyId)}>{position.company}</Link>
                  {' · '}
                  {t('matching:placedOf', {
                    placed: format.number(position.used),
                    people: format.number(position.places),
                  })}
                </div>
              </div>
              <Button size="xs" variant="subtle" onClick={() => setDropping(position)}>
                {t('matching:dropOut.action')}
              </Button>
            </div>
            <ul className={classes.people}>
              {(byPosition.get(position.id) ?? []).map((pair) => (
                <li key={pair.mobilityId} className={classes.pair}>
                  <span>
                    <Link to={paths.mobility(organisation, pair.mobilityId)}>{pair.participant}</Link>
                    <span className={tables.quiet}> · {pair.school}</span>
                    {pair.moved && <span className={tables.warn}> · {t('matching:moved')}</span>}
                  </span>
                  <Points points={pair.points} weights={plan.weights} />
                  {turn && (
                    <span className={classes.tools}>
                      <Lock pair={pair} turn={turn} />
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={t('matching:move.actionFor', { name: pair.participant })}
                        onClick={() => setMoving(pair)}
                      >
                        {t('matching:move.action')}
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <p className={tables.quiet}>
          {t('matching:freePlaces', {
            count: free.length,
            list: format.list(free.slice(0, 8).map(({ title, company }) => `${title} (${company})`)),
          })}
        </p>
      )}
      {turn && plan.without.length > 0 && (
        <p className={tables.quiet}>
          {t('matching:leftOut', { count: plan.without.length })}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => turn.takeBackIn(plan.without.at(-1) ?? '')}
          >
            {t('matching:takeBackIn')}
          </Button>
        </p>
      )}
      {moving && turn && (
        <MoveDialog
          organisation={organisation}
          plan={plan}
          pair={moving}
          turn={turn}
          onClose={() => setMoving(null)}
        />
      )}
      {dropping && (
        <ConfirmDialog
          opened
          title={t('matching:dropOut.title', { company: dropping.company })}
          confirm={t(plan.state === 'applied' ? 'matching:dropOut.repair' : 'matching:dropOut.action')}
          onClose={() => setDropping(null)}
          onConfirm={() => {
            onDropOut(dropping.id)
            setDropping(null)
          }}
        >
          {t(plan.state === 'applied' ? 'matching:dropOut.textApplied' : 'matching:dropOut.text', {
            count: byPosition.get(dropping.id)?.length ?? 0,
          })}
        </ConfirmDialog>
      )}
    </Section>
  )
}

function Lock({ pair, turn }: { pair: PlanPair; turn: Turn }) {
  const { t } = useTranslation('matching')
  const words = t(pair.locked ? 'matching:unlock' : 'matching:lock', { name: pair.participant })
  return (
    <Tooltip label={words}>
      <ActionIcon
        size="sm"
        variant={pair.locked ? 'filled' : 'subtle'}
        aria-label={words}
        aria-pressed={pair.locked}
        disabled={turn.busy}
        onClick={() => turn.hold(pair.mobilityId, pair.locked ? null : pair.positionId)}
      >
        {pair.locked ? <IconLock size={16} /> : <IconLockOpen size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}
