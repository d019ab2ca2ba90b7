import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { Contradictions } from './Contradictions.tsx'
import type { Movable } from './dragging.ts'
import type { Plan } from './plan-answers.ts'
import { useReasonWords } from './use-reason-words.ts'
import type { Turn } from './use-turn.ts'
import classes from './matching.module.css'

interface MoveDialogProps {
  organisation: string
  plan: Plan
  person: Movable
  /** Where to, as it was dropped; null: to be chosen. */
  to: string | null
  turn: Turn
  onClose: () => void
}

/** Another place for somebody: what it costs is told before it is done. */
export function MoveDialog({
  organisation,
  plan,
  person: pair,
  to: dropped,
  turn,
  onClose,
}: MoveDialogProps) {
  const { t } = useTranslation('matching')
  const [to, setTo] = useState(dropped)
  const cost = useQuery({
    queryKey: ['match-what-if', plan.id, plan.version, pair.mobilityId, to],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/match-plans/:plan/what-if',
        {
          params: { organisation, plan: plan.id },
          body: { mobilityId: pair.mobilityId, positionId: to ?? '' },
        },
        { signal },
      ),
    enabled: to !== null,
    retry: false,
  })
  return (
    <FormDialog
      title={t('matching:move.title', { name: pair.participant })}
      confirm={t('matching:move.confirm')}
      onClose={onClose}
      sending={turn.busy}
      problem={null}
      ready={cost.data?.possible === true}
      submit={(event) => {
        event?.preventDefault()
        if (!to || !cost.data?.possible) return
        turn.hold(pair.mobilityId, to)
        onClose()
      }}
    >
      <Select
        label={t('matching:move.to')}
        searchable
        data-autofocus
        data={plan.positions
          .filter(({ id }) => id !== pair.positionId)
          .map(({ id, title, company }) => ({ value: id, label: `${title} · ${company}` }))}
        value={to}
        onChange={setTo}
      />
      <div role="status">
        {to && cost.isPending && <SkeletonRows />}
        {to && cost.data && <Cost plan={plan} cost={cost.data} to={to} />}
      </div>
      <ProblemNote problem={cost.error} />
    </FormDialog>
  )
}

type CostAnswer = Awaited<
  ReturnType<typeof api<'POST /organisations/:organisation/match-plans/:plan/what-if'>>
>

function Cost({ plan, cost, to }: { plan: Plan; cost: CostAnswer; to: string }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const words = useReasonWords(plan)
  const titles = new Map(plan.positions.map(({ id, title, company }) => [id, `${title} (${company})`]))
  if (!cost.possible)
    return (
      <div>
        <p>{t('matching:move.impossible')}</p>
        <ul className={classes.reasons}>
          {cost.broken.map(({ code, values }) => (
            <li key={code}>{words({ code, count: 1, only: 1, positionId: to, values })}</li>
          ))}
        </ul>
        <Contradictions plan={plan} found={cost.contradictions} />
      </div>
    )
  return (
    <div>
      <p>
        {[
          cost.placed !== 0 && t('matching:move.placed', { count: Math.abs(cost.placed) }),
          t('matching:move.score', { score: format.number(cost.score, { signDisplay: 'exceptZero' }) }),
          cost.moved.length === 0 && t('matching:move.nobody'),
          !cost.proven && t('matching:move.notProven'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ul className={classes.reasons}>
        {cost.moved.map((one) => (
          <li key={one.mobilityId}>
            {one.positionId === null
              ? t('matching:move.loses', { name: one.participant })
              : t('matching:move.goes', { name: one.participant, position: titles.get(one.positionId) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
