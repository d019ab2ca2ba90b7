import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { When } from '#web/i18n/When.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import classes from './TutorPage.module.css'

const TraineeForm = lazy(() => import('./TraineeForm.tsx'))

export type TraineeAnswer = AnswerOf<'GET /tutor'>['trainees'][number]
type Open = 'confirm' | 'decline' | 'problem' | null

interface TraineeProps {
  trainee: TraineeAnswer
  secret: string
}

/** One trainee: who, until when, what to do, whom to call; three large buttons at most. */
export function Trainee({ trainee, secret }: TraineeProps) {
  const { t } = useTranslation(['tutor-links', 'mobilities'])
  const format = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const { departure, return: back } = trainee
  return (
    <section className={classes.card} aria-labelledby={`trainee-${trainee.id}`}>
      <h2 id={`trainee-${trainee.id}`} className={classes.name}>
        {trainee.name}
      </h2>
      <p className={classes.dates}>
        {departure && back ? format.dateRange(departure, back) : t('mobilities:whyNot.no-dates')}
      </p>
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
      <Contacts contacts={trainee.contacts} />
    </section>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <p className={classes.fact}>
    <span className={classes.quiet}>{label}</span>
    <br />
    {value}
  </p>
)

function TraineeTasks({ trainee, secret }: TraineeProps) {
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

function Contacts({ contacts }: { contacts: TraineeAnswer['contacts'] }) {
  const { t } = useTranslation(['tutor-links', 'tasks'])
  if (contacts.length === 0) return null
  return (
    <>
      <h3 className={classes.sub}>{t('tutor-links:page.contacts')}</h3>
      <ul className={classes.list}>
        {contacts.map((contact) => (
          <li key={`${contact.role}-${contact.duty}-${contact.name}`} className={classes.contact}>
            <div>
              {contact.name}
              <div className={classes.quiet}>
                {[t(`tasks:dutyName.${contact.duty}`, { defaultValue: contact.duty }), contact.organisation]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <div className={classes.reach}>
              {contact.phone && <PhoneLink number={contact.phone} />}
              {contact.email && <MailLink address={contact.email} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
