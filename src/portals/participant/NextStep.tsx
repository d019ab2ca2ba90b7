import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh } from '#web/api/use-api.ts'
import { When } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import type { OwnMobilityAnswer, OwnTask } from './OwnMobility.tsx'
import classes from './participant.module.css'

const WithdrawalForm = lazy(() => import('./WithdrawalForm.tsx'))

const reads = [
  'GET /me/mobilities',
  'GET /me/mobilities/:mobility',
  'GET /me/mobilities/:mobility/tasks',
  'GET /me/tasks',
] as const

interface NextStepProps {
  mobility: OwnMobilityAnswer
  tasks: readonly OwnTask[] | undefined
}

/** The one thing to do next, as a card with one button; or that there is nothing to do, and who is at work. */
export function NextStep({ mobility, tasks }: NextStepProps) {
  const { t } = useTranslation(['participant', 'mobilities'])
  if (mobility.decision === 'accept' || mobility.decision === 'consent')
    return <Decision mobility={mobility} />
  const next = tasks?.find((task) => task.mine && task.state === 'open' && task.look !== 'blocked')
  if (next) return <TaskStep mobility={mobility} task={next} />
  if (!tasks) return null
  const waiting =
    mobility.decision === 'waits-for-guardian'
      ? t('participant:next.guardian')
      : mobility.turn
        ? t('participant:next.theirs', { who: t(`mobilities:partyRole.${mobility.turn}`) })
        : t('participant:next.nobody')
  return (
    <section className={classes.step} aria-labelledby={`next-${mobility.id}`}>
      <h3 id={`next-${mobility.id}`} className={classes.stepTitle}>
        {t('participant:next.nothing')}
      </h3>
      <p>{waiting}</p>
    </section>
  )
}

function useStep(mobility: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['step', mobility],
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => refresh(client, reads),
  })
}

/** Accepting the place, or the guardian's consent; saying no asks for the reason. */
function Decision({ mobility }: { mobility: OwnMobilityAnswer }) {
  const { t } = useTranslation('participant')
  const step = useStep(mobility.id)
  const [no, setNo] = useState(false)
  const params = { mobility: mobility.id }
  const kind = mobility.decision === 'consent' ? 'consent' : 'accept'
  return (
    <section className={classes.step} aria-labelledby={`next-${mobility.id}`}>
      <h3 id={`next-${mobility.id}`} className={classes.stepTitle}>
        {t(`participant:${kind}.title`, { name: mobility.participant.name })}
      </h3>
      <p>{t(`participant:${kind}.text`, { sender: mobility.sending.name })}</p>
      {!no && (
        <Button
          size="lg"
          fullWidth
          loading={step.isPending}
          onClick={() => step.mutate(() => api('POST /me/mobilities/:mobility/acceptance', { params }))}
        >
          {t(`participant:${kind}.yes`)}
        </Button>
      )}
      {mobility.canWithdraw &&
        (no ? (
          <Suspense>
            <WithdrawalForm
              sending={step.isPending}
              onBack={() => setNo(false)}
              onSend={(reason) =>
                step.mutate(() =>
                  api('POST /me/mobilities/:mobility/withdrawal', { params, body: { reason } }),
                )
              }
            />
          </Suspense>
        ) : (
          <Button size="lg" mt="sm" fullWidth variant="default" onClick={() => setNo(true)}>
            {t(`participant:${kind}.no`)}
          </Button>
        ))}
      <ProblemNote problem={step.error} />
    </section>
  )
}

/** Facts that one tells from the phone, and those that come from the own details. */
const told: readonly string[] = ['participant.arrived', 'mobility.returned']
const fromDetails: readonly string[] = ['participant.data-checked', 'guardian.data-checked']

const fromPapers = /^(papers\.complete|paper\.)/

function TaskStep({ mobility, task }: { mobility: OwnMobilityAnswer; task: OwnTask }) {
  const { t } = useTranslation(['participant', 'tasks'])
  const title = useTaskTitle()
  const step = useStep(mobility.id)
  const { fact } = task
  const hint = task.title ? '' : t(`tasks:task.${task.key}.hint`, { defaultValue: '' })
  const run = (): void =>
    step.mutate(() =>
      fact
        ? api('PUT /me/mobilities/:mobility/facts/:fact', { params: { mobility: mobility.id, fact } })
        : api('POST /me/tasks/:task/completion', { params: { task: task.id } }),
    )
  return (
    <section className={classes.step} aria-labelledby={`next-${mobility.id}`}>
      <p className={classes.eyebrow}>{t('participant:next.title')}</p>
      <h3 id={`next-${mobility.id}`} className={classes.stepTitle}>
        {title(task)}
      </h3>
      {hint && <p>{hint}</p>}
      {task.due && (
        <p className={classes.quiet} data-look={task.look}>
          {task.look === 'late' ? t('participant:next.late') : t('participant:next.due')}{' '}
          <When day={task.due} />
        </p>
      )}
      {fact && fromDetails.includes(fact) ? (
        <Button size="lg" fullWidth component={Link} to={paths.myDetails()}>
          {t('participant:next.details')}
        </Button>
      ) : fact && fromPapers.test(fact) ? (
        <Button size="lg" fullWidth component={Link} to={paths.myPapers()}>
          {t('participant:next.papers')}
        </Button>
      ) : fact && !told.includes(fact) ? (
        <p>{t('tasks:whyNot.by-fact')}</p>
      ) : (
        <Button size="lg" fullWidth loading={step.isPending} onClick={run}>
          {fact ? t(`participant:fact.${fact}`) : t('participant:next.done')}
        </Button>
      )}
      <ProblemNote problem={step.error} />
    </section>
  )
}
