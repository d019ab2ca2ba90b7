import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { paths } from '#web/paths.ts'
import { useSameWorkWords } from './use-same-work-words.ts'
import type { Ask, CompanyAnswer } from './ask-answers.ts'

interface AnswerTableProps {
  organisation: string
  ask: Ask
  onWrite: (answer: CompanyAnswer) => void
}

/** Each company with its answer; those with places come first. */
export function AnswerTable({ organisation, ask, onWrite }: AnswerTableProps) {
  const { t } = useTranslation('availability')
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('availability:page.company')}</th>
            <th scope="col">{t('availability:page.state')}</th>
            <th scope="col" className={tables.number}>
              {t('availability:places')}
            </th>
            <th scope="col">{t('availability:page.what')}</th>
            <th scope="col">{t('availability:page.contact')}</th>
            <th scope="col">{t('availability:page.position')}</th>
            <th scope="col">
              <VisuallyHidden>{t('availability:page.write')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {ask.answers.map((answer) => (
            <Row key={answer.companyId} organisation={organisation} answer={answer} onWrite={onWrite} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  organisation: string
  answer: CompanyAnswer
  onWrite: (answer: CompanyAnswer) => void
}

function Row({ organisation, answer, onWrite }: RowProps) {
  const { t } = useTranslation('availability')
  const format = useFormat()
  const may = useMay()
  const sameWorkWords = useSameWorkWords()
  const whyNot = !may('partners.manage')
    ? t('availability:coordinatorsOnly')
    : answer.positionId
      ? t('availability:whyNot.taken-over')
      : null
  return (
    <tr>
      <td>
        <Link to={paths.company(organisation, answer.companyId)} className={tables.name}>
          {answer.company}
        </Link>
        <div className={tables.quiet}>{answer.town}</div>
      </td>
      <td>
        <span className={answer.state === 'no-address' ? tables.warn : undefined}>
          {t(`availability:state.${answer.state}`)}
        </span>
        <div className={tables.quiet}>
          {answer.answeredAt
            ? t('availability:madeBy', {
                day: format.date(answer.answeredAt.slice(0, 10)),
                name: answer.answeredBy,
              })
            : answer.reminders > 0 && t('availability:page.reminded', { count: answer.reminders })}
        </div>
      </td>
      <td className={tables.number}>{answer.places !== null && format.number(answer.places)}</td>
      <td>
        {[answer.title, answer.workingHours].filter(Boolean).join(' · ')}
        {(answer.tasks ?? answer.note) && (
          <div className={tables.quiet}>{[answer.tasks, answer.note].filter(Boolean).join(' · ')}</div>
        )}
      </td>
      <td>
        {answer.name}
        {answer.email && <div className={tables.quiet}>{answer.email}</div>}
      </td>
      <td>
        {answer.positionId && t('availability:page.madePosition')}
        {answer.there[0] && (
          <div className={tables.quiet}>
            {t('availability:page.there', { position: sameWorkWords(answer.there[0]) })}
          </div>
        )}
      </td>
      <td className={tables.number}>
        <ReasonButton
          size="xs"
          variant="subtle"
          whyNot={whyNot}
          aria-label={t('availability:page.writeFor', { company: answer.company })}
          onClick={() => onWrite(answer)}
        >
          {t('availability:page.write')}
        </ReasonButton>
      </td>
    </tr>
  )
}
