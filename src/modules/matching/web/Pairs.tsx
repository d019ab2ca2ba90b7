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
import { LeftOut } from './LeftOut.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { dragged, dropTarget, type Movable } from './dragging.ts'
import type { Plan, PlanPair, PlanPosition } from './plan-answers.ts'
import { Points } from './Points.tsx'
import type { Shows } from './use-shows.ts'
import type { Turn } from './use-turn.ts'
import classes from './matching.module.css'

interface PairsProps {
  organisation: string
  plan: Plan
  /** Null: the plan is applied and stands. */
  turn: Turn | null
  onDropOut: (positionId: string) => void
  shows: Shows
}

/** Who works where: by position, each person with the reasons for it as small bars. */
export function Pairs({ organisation, plan, turn, onDropOut, shows }: PairsProps) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const [moving, setMoving] = useState<{ person: Movable; to: string | null } | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [dropping, setDropping] = useState<PlanPosition | null>(null)
  const places = new Map(plan.positions.map((one) => [one.id, one]))
  const byPosition = Map.groupBy(
    plan.pairs.filter((pair) => {
      const position = places.get(pair.positionId)
      return shows([pair.participant, pair.school, position?.title, position?.company])
    }),
    ({ positionId }) => positionId,
  )
  const used = plan.positions.filter(({ id }) => byPosition.has(id))
  const taken = new Set(plan.pairs.map(({ positionId }) => positionId))
  const free = plan.positions.filter((one) => !taken.has(one.id) && one.free > 0)
  return (
    <Section title={t('matching:pairs')} aside={format.number(plan.pairs.length)}>
      {plan.pairs.length > 0 && used.length === 0 && (
        <p className={tables.quiet} role="status">
          {t('matching:nothingFound')}
        </p>
      )}
      <ul className={classes.positions}>
        {used.map((position) => (
          <li
            key={position.id}
            className={classes.position}
            data-over={over === position.id || undefined}
            {...(turn
              ? dropTarget(
                  (on) => setOver(on ? position.id : null),
                  (person) => person.positionId !== position.id && setMoving({ person, to: position.id }),
                )
              : {})}
          >
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
                <li key={pair.mobilityId} className={classes.pair} {...(turn ? dragged(pair) : {})}>
                  <div>
                    <Link to={paths.mobility(organisation, pair.mobilityId)}>{pair.participant}</Link>
                    <div className={tables.quiet}>{pair.school}</div>
                    {pair.moved && <span className={tables.warn}>{t('matching:moved')}</span>}
                  </div>
                  <Points points={pair.points} weights={plan.weights} />
                  {turn && (
                    <span className={classes.tools}>
                      <Lock pair={pair} turn={turn} />
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('matching:move.actionFor', { name: pair.participant })}
                        onClick={() => setMoving({ person: pair, to: null })}
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
      {turn && plan.leftOut.length > 0 && <LeftOut plan={plan} turn={turn} />}
      {moving && turn && (
        <MoveDialog
          organisation={organisation}
          plan={plan}
          person={moving.person}
          to={moving.to}
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
        size={26}
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
