import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { When } from '#web/i18n/When.tsx'
import classes from './TutorPage.module.css'

const TutorCertificates = lazy(() => import('#modules/papers/web/TutorCertificates.tsx'))
const TraineeForm = lazy(() => import('./TraineeForm.tsx'))

export type TraineeAnswer = AnswerOf<'GET /tutor'>['trainees'][number]
type Open = 'confirm' | 'decline' | 'problem' | null

export type Certificates = AnswerOf<'GET /tutor/certificates'>['items']

interface TasksProps {
  trainee: TraineeAnswer
  secret: string
}

interface TraineeProps extends TasksProps {
  certificates: Certificates
}

/** All of one trainee: from where, what to do, which certificates; three large buttons at most. */
export function Trainee({ trainee, secret, certificates }: TraineeProps) {
  const { t } = useTranslation(['tutor-links', 'mobilities'])
  const [open, setOpen] = useState<Open>(null)
  return (
    <>
      <p className={classes.quiet}>
        {t('tutor-links:page.from', { sender: trainee.sender })} · {t(`mobilities:status.${trainee.status}`)}
      </p>
      {trainee.workingHours && <Fact label={t('tutor-links:page.hours')} value={trainee.workingHours} />}
      {trainee.workplaceAddress && (
        <Fact label={t('tutor-links:page.address')} value={trainee.workplaceAddress} />
      )}
      {trainee.stage === 'confirmed' && <p className={classes.state}>{t('tutor-links:page.confirmed')}</p>}
      {trainee.stage === 'declined' && <p className={classes.state}>{t('tutor-links:page.declined')}</p>}
      {open === null ? (
        <div className={classes.buttons}>
          {trainee.stage === 'proposed' && (
            <>
              <Button size="lg" onClick={() => setOpen('confirm')}>
                {t('tutor-links:page.confirm', { name: trainee.name })}
              </Button>
              <Button size="lg" variant="default" onClick={() => setOpen('decline')}>
                {t('tutor-links:page.decline')}
              </Button>
            </>
          )}
          <Button size="lg" variant="default" onClick={() => setOpen('problem')}>
            {t('tutor-links:page.problem')}
          </Button>
        </div>
      ) : (
        <Suspense>
          <TraineeForm kind={open} trainee={trainee} secret={secret} onClose={() => setOpen(null)} />
        </Suspense>
      )}
      <TraineeTasks trainee={trainee} secret={secret} />
      {certificates.length > 0 && (
        <Suspense>
          <TutorCertificates certificates={certificates} />
        </Suspense>
      )}
    </>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <p className={classes.fact}>
    <span className={classes.quiet}>{label}</span>
    <br />
    {value}
  </p>
)

function TraineeTasks({ trainee, secret }: TasksProps) {
  const { t } = useTranslation(['tutor-links', 'tasks'])
  const complete = useApiMutation('POST /tutor/tasks/:task/completion', {
    invalidates: ['GET /tutor'],
    tutorLink: secret,
  })
  const open = trainee.tasks.filter((task) => task.state === 'open')
  return (
    <>
      <h3 className={classes.sub}>{t('tutor-links:page.tasks')}</h3>
      {open.length === 0 && <p className={classes.quiet}>{t('tutor-links:page.noTasks')}</p>}
      <ul className={classes.list}>
        {open.map((task) => {
          const title = task.title ?? t(`tasks:task.${task.key}.title`, { defaultValue: task.key })
          return (
            <li key={task.id} className={classes.row}>
              <div>
                {title}
                <div className={classes.quiet}>
                  {task.due && <When day={task.due} />}
                  {task.blocked && ` · ${t('tutor-links:page.waiting')}`}
                </div>
              </div>
              {!task.byFact && !task.blocked && (
                <Button
                  size="md"
                  variant="default"
                  loading={complete.isPending && complete.variables?.params.task === task.id}
                  aria-label={`${t('tutor-links:page.done')}: ${title}`}
                  onClick={() => complete.mutate({ params: { task: task.id } })}
                >
                  {t('tutor-links:page.done')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <ProblemNote problem={complete.error} />
    </>
  )
}
