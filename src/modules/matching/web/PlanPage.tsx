import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { CompareButton } from './CompareDialog.tsx'
import { Contradictions } from './Contradictions.tsx'
import { Pairs } from './Pairs.tsx'
import { planReads, type Plan } from './plan-answers.ts'
import { Solving } from './Solving.tsx'
import { Unplaced } from './Unplaced.tsx'
import { useStanding } from './use-standing.ts'
import { useTurn } from './use-turn.ts'
import { useShows } from './use-shows.ts'
import { Weights } from './Weights.tsx'
import classes from './matching.module.css'

/** One plan: who has no place and why, who works where and for which reasons, and what the wishes weigh. */
export default function PlanPage() {
  const { organisation = '', plan: id = '' } = useParams()
  const { t } = useTranslation('matching')
  const plan = useApi(
    'GET /organisations/:organisation/match-plans/:plan',
    { params: { organisation, plan: id } },
    { refetchInterval: (query) => (isRunning(query.state.data as Plan | undefined) ? 1500 : false) },
  )
  const trail = [{ label: t('matching:title'), to: paths.matchPlans(organisation) }]
  if (plan.data) return <Shown organisation={organisation} plan={plan.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('matching:plan')} trail={trail} />
      {plan.isPending && <SkeletonRows />}
      <ProblemNote problem={plan.error} retry={() => void plan.refetch()} />
    </>
  )
}

const isRunning = (plan: Plan | undefined): boolean => plan?.state === 'waiting' || plan?.state === 'solving'

interface ShownProps {
  organisation: string
  plan: Plan
  trail: { label: string; to: string }[]
}

function Shown({ organisation, plan, trail }: ShownProps) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const standing = useStanding()
  const navigate = useNavigate()
  const [applying, setApplying] = useState(false)
  const [text, setText] = useState('')
  const shows = useShows(text)
  const params = { organisation, plan: plan.id }
  const turn = useTurn(organisation, plan)
  const cancel = useApiMutation('POST /organisations/:organisation/match-plans/:plan/cancellation', {
    invalidates: planReads,
  })
  const repair = useApiMutation('POST /organisations/:organisation/match-plans', {
    invalidates: planReads,
    onDone: (made) => void navigate(paths.matchPlan(organisation, made.id)),
  })
  const running = isRunning(plan)
  const applied = plan.state === 'applied'
  return (
    <>
      <PageHeader
        title={plan.name}
        trail={trail}
        description={[
          t(`matching:state.${plan.state}`),
          plan.placed !== null &&
            t('matching:placedWords', {
              placed: format.number(plan.placed),
              people: format.number(plan.people),
            }),
          plan.repairs && plan.moved !== null && t('matching:movedWords', { count: plan.moved }),
          standing(plan),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            {plan.placed !== null && <CompareButton organisation={organisation} plan={plan} />}
            {applied && <AfterPlan organisation={organisation} plan={plan} />}
            {!applied && (
              <Button
                disabled={plan.state !== 'solved' || plan.placed === 0}
                onClick={() => setApplying(true)}
              >
                {t('matching:apply.action')}
              </Button>
            )}
          </>
        }
      />
      {running && <Solving plan={plan} onCancel={() => cancel.mutate({ params })} />}
      {(plan.state === 'cancelled' || plan.state === 'failed') && (
        <p className={classes.again}>
          {t(`matching:ended.${plan.state}`)}
          <Button size="xs" variant="default" loading={turn.busy} onClick={turn.solveAnew}>
            {t('matching:ended.again')}
          </Button>
        </p>
      )}
      <ProblemNote problem={turn.problem ?? cancel.error ?? repair.error} />
      {plan.contradictions.length > 0 && (
        <div className={classes.contradictions}>
          <Contradictions plan={plan} found={plan.contradictions} />
        </div>
      )}
      <search className={classes.search}>
        <TextInput
          type="search"
          label={t('matching:filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {!applied && <p className={classes.hint}>{t('matching:move.drag')}</p>}
      </search>
      <div className={classes.board}>
        <Unplaced organisation={organisation} plan={plan} shows={shows} turn={applied ? null : turn} />
        <Pairs
          organisation={organisation}
          plan={plan}
          shows={shows}
          turn={applied ? null : turn}
          onDropOut={(positionId) =>
            applied
              ? repair.mutate({
                  params: { organisation },
                  body: {
                    name: t('matching:repairName', { name: plan.name }).slice(0, 200),
                    flowIds: plan.flowIds,
                    weights: plan.weights,
                    locks: plan.locks.filter((lock) => lock.positionId !== positionId),
                    without: [...plan.without, positionId],
                    repairs: plan.id,
                  },
                })
              : turn.leaveOut(positionId)
          }
        />
        <Weights
          plan={plan}
          disabled={applied}
          onChange={turn.weigh}
          solving={turn.busy}
          failed={turn.problem !== null}
        />
      </div>
      {applying && <ApplyDialog organisation={organisation} plan={plan} onClose={() => setApplying(false)} />}
    </>
  )
}

/** What comes after: the companies are asked, and rooms are found for the same people. */
function AfterPlan({ organisation, plan }: { organisation: string; plan: Plan }) {
  const { t } = useTranslation('matching')
  const flows = new URLSearchParams(plan.flowIds.map((id) => ['flow', id]))
  return (
    <>
      <Button component={Link} to={`${paths.roomPlans(organisation)}?${flows}`} variant="default">
        {t('matching:apply.toRooms')}
      </Button>
      <Button component={Link} to={`${paths.placements(organisation)}?group=to-send&plan=${plan.id}&do=send`}>
        {t('matching:apply.toCompanies')}
      </Button>
    </>
  )
}
