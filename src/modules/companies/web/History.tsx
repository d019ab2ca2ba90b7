import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { paths } from '#web/paths.ts'
import { marks } from '../ratings.rules.ts'
import classes from './companies.module.css'
import type { Company } from './company-answers.ts'
import { RatingDialog } from './RatingDialog.tsx'

const key = 'GET /organisations/:organisation/companies/:company/history' as const
type Answer = AnswerOf<typeof key>
export type PastTrainee = Answer['items'][number]

/** Who was here, how it ended, what was reported, and what the organisation thinks of the company for it. */
export function History({ organisation, company }: { organisation: string; company: Company }) {
  const { t } = useTranslation(['companies', 'mobilities', 'tutor-links'])
  const [rating, setRating] = useState<PastTrainee | null>(null)
  const params = { organisation, company: company.id }
  const first = useApi(key, { params, query: { limit: 1 } })
  const history = usePages(key, { params, query: { limit: 25 } })
  const summary = first.data?.summary
  return (
    <Section title={t('companies:history.title')}>
      <ProblemNote problem={history.problem} retry={history.retry} />
      {summary && summary.trainees + summary.fellThrough === 0 && (
        <p className={tables.quiet}>{t('companies:history.none')}</p>
      )}
      {summary && summary.trainees > 0 && <Figures summary={summary} />}
      {history.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('companies:history.who')}</th>
                <th scope="col">{t('companies:history.when')}</th>
                <th scope="col">{t('companies:history.how')}</th>
                <th scope="col">{t('companies:history.problems')}</th>
                <th scope="col">{t('companies:history.rating')}</th>
              </tr>
            </thead>
            <tbody>
              {history.rows.map((trainee) => (
                <Row
                  key={`${trainee.mobilityId} ${trainee.step}`}
                  organisation={organisation}
                  trainee={trainee}
                  onRate={() => setRating(trainee)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={history} />
      {rating && (
        <RatingDialog
          organisation={organisation}
          company={company}
          trainee={rating}
          onClose={() => setRating(null)}
        />
      )}
    </Section>
  )
}

function Figures({ summary }: { summary: Answer['summary'] }) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const figures = (['trainees', 'now', 'completed', 'early', 'fellThrough', 'problems'] as const).map(
    (name) => [t(`companies:history.${name}`), format.number(summary[name])] as const,
  )
  const rated = marks.flatMap((mark) => {
    const value = summary.marks[mark]
    return value === null ? [] : [[t(`companies:mark.${mark}`), format.number(value)] as const]
  })
  return (
    <dl className={classes.figures}>
      {[...figures, ...rated].map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface RowProps {
  organisation: string
  trainee: PastTrainee
  onRate: () => void
}

function Row({ organisation, trainee, onRate }: RowProps) {
  const { t } = useTranslation(['companies', 'mobilities', 'tutor-links'])
  const format = useFormat()
  const may = useMay()
  const begun = trainee.departure !== null && trainee.departure <= todayHere()
  const whyNot = !may('partners.manage')
    ? t('companies:coordinatorsOnly')
    : begun
      ? null
      : t('companies:whyNot.not-begun')
  const shown = trainee.rating
    ? t('companies:ratingOf', { rating: format.number(trainee.rating.average) })
    : t('companies:rate.action')
  return (
    <tr>
      <td>
        <Anchor component={Link} to={paths.mobility(organisation, trainee.mobilityId)} size="sm">
          {trainee.participant}
        </Anchor>
        <div className={tables.quiet}>{[trainee.school, trainee.flow].filter(Boolean).join(' · ')}</div>
      </td>
      <td>{trainee.departure && trainee.return && format.dateRange(trainee.departure, trainee.return)}</td>
      <td>
        {trainee.step ? t(`companies:step.${trainee.step}`) : t(`mobilities:status.${trainee.status}`)}
        {trainee.reason && <div className={tables.quiet}>{trainee.reason}</div>}
      </td>
      <td>
        {trainee.problems.map((problem) => (
          <div key={`${problem.day} ${problem.kind}`}>
            {t(`companies:problem.${problem.kind}`, { defaultValue: problem.kind })} ·{' '}
            {format.date(problem.day)}
            {problem.open && <span className={tables.warn}> · {t('companies:history.open')}</span>}
          </div>
        ))}
      </td>
      <td>
        <ReasonButton
          size="xs"
          variant="subtle"
          whyNot={whyNot}
          aria-label={`${shown}: ${t('companies:rate.for', { name: trainee.participant })}`}
          onClick={onRate}
        >
          {shown}
        </ReasonButton>
      </td>
    </tr>
  )
}
