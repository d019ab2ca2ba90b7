import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { Pack } from './Pack.tsx'
import { useOwnPack } from './use-own-pack.ts'
import classes from './pack.module.css'

/** Everything for the way and the first days on one page of the phone; it opens without a connection. */
export default function OwnPackPage() {
  const { mobility = '' } = useParams()
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  const { pack, keptAt, offline, problem, retry } = useOwnPack(mobility)
  useTitle(t('departure-packs:title'))
  return (
    <>
      <h1 className={classes.heading}>{t('departure-packs:title')}</h1>
      <ProblemNote problem={problem} retry={retry} />
      {!pack && !problem && <SkeletonRows rows={4} height={96} />}
      <p role="status" className={classes.quiet}>
        {keptAt &&
          t(offline ? 'departure-packs:offline' : 'departure-packs:kept', { at: format.dateTime(keptAt) })}
      </p>
      {pack && <Pack pack={pack} />}
      {pack && (
        <Button
          size="lg"
          fullWidth
          variant="default"
          className={classes.noprint}
          onClick={() => window.print()}
        >
          {t('departure-packs:print')}
        </Button>
      )}
    </>
  )
}
