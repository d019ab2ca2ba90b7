import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Pages } from '#web/api/use-pages.ts'
import classes from './organisations.module.css'

/** The way to the next page of a list, while there is one. */
export function MoreRows({ pages }: { pages: Pages<unknown> }) {
  const { t } = useTranslation('organisations')
  if (!pages.hasMore) return null
  return (
    <div className={classes.more}>
      <Button variant="default" loading={pages.loadingMore} onClick={pages.loadMore}>
        {t('organisations:list.more')}
      </Button>
      <span className={classes.quiet}>{t('organisations:list.shown', { count: pages.rows.length })}</span>
    </div>
  )
}
