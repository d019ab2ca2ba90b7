import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { useFormat } from '#web/i18n/formatters.ts'

/** How full a flow is, in words and as a bar. */
export function Places({ flow }: { flow: { places: number; taken: number; left: number } }) {
  const { t } = useTranslation('flows')
  const format = useFormat()
  const { places, taken, left } = flow
  const values = { taken: format.number(taken), places: format.number(places) }
  if (places === 0)
    return <>{taken > 0 ? t('flows:places.taken', { count: taken }) : t('flows:places.open')}</>
  return (
    <>
      {t('flows:places.takenOf', values)}
      <Progress value={Math.min(100, (taken / places) * 100)} size="sm" miw={90} aria-hidden />
      <span className={classes.quiet}>
        {taken > places
          ? t('flows:places.over', { count: taken - places })
          : t('flows:places.left', { count: left })}
      </span>
    </>
  )
}
