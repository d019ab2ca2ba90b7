import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Plan } from './plan-answers.ts'
import classes from './matching.module.css'

/** Why what is kept cannot all hold, one line for each. */
export function Contradictions({ plan, found }: { plan: Plan; found: Plan['contradictions'] }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  if (found.length === 0) return null
  const positions = new Map(plan.positions.map((one) => [one.id, one]))
  return (
    <ul className={classes.reasons}>
      {found.map(({ code, count, participant, positionIds }) => {
        const named = positionIds.flatMap((id) => positions.get(id) ?? [])
        return (
          <li key={`${code} ${participant} ${positionIds.join(' ')}`}>
            {t(`matching:contradiction.${code}`, {
              count,
              name: participant,
              positions: format.list(named.map(({ title, company }) => `${title} (${company})`)),
              company: named[0]?.company ?? '',
            })}
          </li>
        )
      })}
    </ul>
  )
}
