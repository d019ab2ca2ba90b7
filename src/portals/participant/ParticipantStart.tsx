import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMe } from '#web/api/use-me.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { isNetworkProblem } from '#web/api/query-client.ts'
import { OwnMobility } from './OwnMobility.tsx'
import classes from './participant.module.css'

const KeptPacks = lazy(() => import('#modules/departure-packs/web/KeptPacks.tsx'))

/** What comes next, for each of one's own mobilities and those of children in one's care. */
export default function ParticipantStart() {
  const { t } = useTranslation('participant')
  const me = useMe().data
  const own = useApi('GET /me/mobilities')
  useTitle(t('participant:nav.today'))
  const items = own.data?.items ?? []
  return (
    <>
      <h1 className={classes.heading}>
        {me ? t('participant:hello', { name: me.name.split(' ')[0] }) : t('participant:nav.today')}
      </h1>
      {own.isPending && <SkeletonRows rows={3} height={120} />}
      <ProblemNote problem={own.error} retry={() => void own.refetch()} />
      <Suspense>{own.error && isNetworkProblem(own.error) && <KeptPacks />}</Suspense>
      {own.data && items.length === 0 && (
        <section className={classes.card}>
          <h2 className={classes.sub}>{t('participant:none.title')}</h2>
          <p>{t('participant:none.text')}</p>
        </section>
      )}
      {items.map((mobility) => (
        <OwnMobility key={mobility.id} mobility={mobility} alone={items.length === 1} />
      ))}
    </>
  )
}
