import { Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { planReads, type RoomPlan } from '../stays-answers.ts'
import { ApplyRoomPlanDialog } from './ApplyRoomPlanDialog.tsx'
import { PlanMoveDialog, type PlanPerson } from './PlanMoveDialog.tsx'
import { PlanRooms } from './PlanRooms.tsx'
import { PlanWithout } from './PlanWithout.tsx'
import { useProof } from './use-proof.ts'
import classes from './plans.module.css'

const isRunning = (plan: RoomPlan | undefined): boolean =>
  plan?.state === 'waiting' || plan?.state === 'solving'

/** One plan: people by room, those without a bed with the reasons, locks, moves by hand, and giving the beds. */
export default function RoomPlanPage() {
  const { organisation = '', roomPlan: id = '' } = useParams()
  const { t } = useTranslation('stays')
  const plan = useApi(
    'GET /organisations/:organisation/room-plans/:roomPlan',
    { params: { organisation, roomPlan: id } },
    { refetchInterval: (query) => (isRunning(query.state.data as RoomPlan | undefined) ? 1500 : false) },
  )
  const trail = [
    { label: t('stays:title'), to: paths.stays(organisation) },
    { label: t('stays:plan.title'), to: paths.roomPlans(organisation) },
  ]
  if (plan.data) return <Shown organisation={organisation} plan={plan.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('stays:plan.one')} trail={trail} />
      {plan.isPending && <SkeletonRows />}
      <ProblemNote problem={plan.error} retry={() => void plan.refetch()} />
    </>
  )
}

interface ShownProps {
  organisation: string
  plan: RoomPlan
  trail: { label: string; to: string }[]
}

function Shown({ organisation, plan, trail }: ShownProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const proof = useProof()
  const [applying, setApplying] = useState(false)
  const [moving, setMoving] = useState<PlanPerson | null>(null)
  const params = { organisation, roomPlan: plan.id }
  const turn = useApiMutation('PUT /organisations/:organisation/room-plans/:roomPlan/people', {
    invalidates: planReads,
    onDone: () => setMoving(null),
  })
  const again = useApiMutation('POST /organisations/:organisation/room-plans/:roomPlan/solution', {
    invalidates: planReads,
  })
  const running = isRunning(plan) || again.isPending
  const applied = plan.state === 'applied'
  const put = (mobilityId: string, roomId: string | null, locked: boolean): void =>
    turn.mutate({ params, body: { mobilityId, roomId, locked, version: plan.version } })
  return (
    <>
      <PageHeader
        title={plan.name}
        trail={trail}
        description={[
          t(`stays:plan.state.${plan.state}`),
          t('stays:plan.placedWords', {
            placed: format.number(plan.placed),
            people: format.number(plan.people),
          }),
          proof(plan),
          t('stays:plan.within', { number: format.number(plan.mostKilometres) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          applied ? undefined : (
            <>
              <ReasonButton
                variant="default"
                whyNot={running ? t('stays:plan.running') : null}
                onClick={() => again.mutate({ params, body: { version: plan.version } })}
              >
                {t('stays:plan.again')}
              </ReasonButton>
              <ReasonButton
                whyNot={
                  running ? t('stays:plan.running') : plan.placed === 0 ? t('stays:plan.nobodyPlaced') : null
                }
                onClick={() => setApplying(true)}
              >
                {t('stays:plan.apply')}
              </ReasonButton>
            </>
          )
        }
      />
      {running && (
        <div className={classes.running} role="status">
          <Progress value={100} animated aria-label={t('stays:plan.state.solving')} />
          <p>{t('stays:plan.runningText')}</p>
        </div>
      )}
      {plan.state === 'failed' && <p role="alert">{t('stays:plan.failedText')}</p>}
      <ProblemNote problem={moving ? null : (turn.error ?? again.error)} />
      <div className={classes.board}>
        <PlanWithout
          organisation={organisation}
          plan={plan}
          onMove={applied ? null : (person) => setMoving({ ...person, roomId: null })}
        />
        <PlanRooms
          organisation={organisation}
          plan={plan}
          busy={turn.isPending}
          turn={applied ? null : { put, move: setMoving }}
        />
      </div>
      {moving && (
        <PlanMoveDialog
          organisation={organisation}
          plan={plan}
          person={moving}
          busy={turn.isPending}
          problem={turn.error}
          onMove={(roomId) => put(moving.mobilityId, roomId, true)}
          onClose={() => {
            turn.reset()
            setMoving(null)
          }}
        />
      )}
      {applying && (
        <ApplyRoomPlanDialog organisation={organisation} plan={plan} onClose={() => setApplying(false)} />
      )}
    </>
  )
}
