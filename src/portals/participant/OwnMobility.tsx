import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere, When } from '#web/i18n/When.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import { lineOf } from '#modules/tasks/line.rules.ts'
import { decodeLine } from '#modules/tasks/line-code.rules.ts'
import { LineTall } from '#modules/tasks/web/line/LineTall.tsx'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import { NextStep } from './NextStep.tsx'
import classes from './participant.module.css'

const OwnCards = lazy(() => import('./OwnCards.tsx'))

export type OwnMobilityAnswer = AnswerOf<'GET /me/mobilities/:mobility'>

interface OwnMobilityProps {
  mobility: OwnMobilityAnswer
  /** The only one: no need to say which. */
  alone: boolean
}

/** One mobility on the phone: where and when, the next step, what is known, who helps, and behind a tap the whole line. */
export function OwnMobility({ mobility, alone }: OwnMobilityProps) {
  const { t } = useTranslation(['participant', 'mobilities'])
  const format = useFormat()
  const tasks = useApi('GET /me/mobilities/:mobility/tasks', { params: { mobility: mobility.id } }).data
    ?.items
  const place = [mobility.town, mobility.country && format.country(mobility.country)]
    .filter(Boolean)
    .join(', ')
  const { departure, return: back } = mobility
  const guardian = mobility.role === 'guardian'
  return (
    <article aria-labelledby={`mobility-${mobility.id}`}>
      <h2 id={`mobility-${mobility.id}`} className={classes.title}>
        {guardian || !alone
          ? t('participant:stayOf', {
              name: mobility.participant.name,
              place: place || t('participant:placeOpen'),
            })
          : place || t('participant:placeOpen')}
      </h2>
      <p className={classes.dates}>
        {departure && back ? format.dateRange(departure, back, 'long') : t('participant:datesOpen')}
        {departure && mobility.status !== 'closed' && (
          <span className={classes.quiet}>
            {' · '}
            <When day={departure} />
          </span>
        )}
      </p>
      <p className={classes.quiet}>{t(`mobilities:statusMeaning.${mobility.status}`)}</p>
      <NextStep mobility={mobility} tasks={tasks} />
      <Suspense>
        <OwnCards mobility={mobility} />
      </Suspense>
      <Helpers helpers={mobility.helpers} folded />
      <OwnLine mobility={mobility} tasks={tasks} />
    </article>
  )
}

export type OwnTask = AnswerOf<'GET /me/mobilities/:mobility/tasks'>['items'][number]

function OwnLine({
  mobility,
  tasks,
}: {
  mobility: OwnMobilityAnswer
  tasks: readonly OwnTask[] | undefined
}) {
  const { t } = useTranslation('participant')
  const title = useTaskTitle()
  const line = lineOf({
    tasks: tasks?.map((task) => ({ ...task, blocked: task.look === 'blocked' })) ?? decodeLine(mobility.line),
    status: mobility.status,
    departure: mobility.departure,
    returnDate: mobility.return,
    today: todayHere(),
  })
  const titles = new Map((tasks ?? []).map((task) => [task.key, title(task)]))
  return (
    <details className={classes.way}>
      <summary>
        <h3 className={classes.sub}>{t('participant:line')}</h3>
      </summary>
      <LineTall line={line} titles={titles} />
    </details>
  )
}

interface HelpersProps {
  helpers: OwnMobilityAnswer['helpers']
  /** Behind a tap: the page of help shows the same, one tap away from everywhere. */
  folded?: boolean
}

export function Helpers({ helpers, folded = false }: HelpersProps) {
  const { t } = useTranslation(['participant', 'tasks', 'mobilities'])
  if (helpers.length === 0) return null
  const list = (
    <ul className={classes.list}>
      {helpers.map((helper) => (
        <li
          key={`${helper.role}-${helper.duty}-${helper.name}-${helper.organisation}`}
          className={classes.helper}
        >
          <div>
            {helper.name ?? helper.organisation}
            <div className={classes.quiet}>
              {[
                helper.duty && t(`tasks:dutyName.${helper.duty}`, { defaultValue: helper.duty }),
                helper.name && helper.organisation,
              ]
                .filter(Boolean)
                .join(' · ') || t(`mobilities:partyRole.${helper.role}`)}
            </div>
          </div>
          <div className={classes.reach}>
            {helper.phone && <PhoneLink number={helper.phone} />}
            {helper.email && <MailLink address={helper.email} />}
          </div>
        </li>
      ))}
    </ul>
  )
  if (folded)
    return (
      <details className={classes.way}>
        <summary>
          <h3 className={classes.sub}>{t('participant:helpers')}</h3>
        </summary>
        {list}
      </details>
    )
  return (
    <section className={classes.card}>
      <h3 className={classes.sub}>{t('participant:helpers')}</h3>
      {list}
    </section>
  )
}
