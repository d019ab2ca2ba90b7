import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Plan } from './plan-answers.ts'
import classes from './matching.module.css'

type Reason = Plan['unplaced'][number]['reasons'][number]

/** Reasons shown for each; the rest is rarer. */
const shown = 3

/** Those without a place, each with what stands in the way. */
export function Unplaced({ organisation, plan }: { organisation: string; plan: Plan }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const words = useReasonWords(plan)
  return (
    <Section title={t('matching:unplaced')} aside={format.number(plan.unplaced.length)}>
      {plan.state === 'solved' && plan.unplaced.length === 0 && (
        <p className={tables.quiet}>{t('matching:allPlaced')}</p>
      )}
      <ul className={classes.people}>
        {plan.unplaced.map((person) => (
          <li key={person.mobilityId}>
            <Link to={paths.mobility(organisation, person.mobilityId)}>{person.participant}</Link>
            <div className={tables.quiet}>{person.school}</div>
            <ul className={classes.reasons}>
              {person.reasons.length === 0 && <li>{t('matching:noPositions')}</li>}
              {person.reasons.slice(0, shown).map((reason) => (
                <li key={`${reason.code} ${reason.positionId}`}>{words(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A reason in words, with the value that is asked for. */
export function useReasonWords(plan: Plan): (reason: Reason) => string {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const titles = new Map(plan.positions.map(({ id, title, company }) => [id, `${title}, ${company}`]))
  return ({ code, count, positionId, values }) => {
    const missing = values['missing']
    const key = typeof missing === 'string' ? `${code}.${missing}` : code
    return t(`matching:reason.${key}`, {
      count,
      example: titles.get(positionId ?? '') ?? '',
      ...spoken(values, format),
    })
  }
}

function spoken(
  values: Reason['values'],
  format: ReturnType<typeof useFormat>,
): Record<string, string | number> {
  return {
    ...values,
    ...(typeof values['language'] === 'string' ? { language: format.language(values['language']) } : {}),
    ...(typeof values['from'] === 'string' && typeof values['to'] === 'string'
      ? { period: format.dateRange(values['from'], values['to']) }
      : {}),
  }
}
