import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { EmergencyCard } from './EmergencyCard.tsx'
import { OwnPaper } from './OwnPaper.tsx'
import type { OwnPapers } from './paper-answers.ts'
import classes from './papers.module.css'

/** What one needs, why, until when; handed in from the phone. And whom to call. */
export default function OwnPapersPage() {
  const { t } = useTranslation('papers')
  const own = useApi('GET /me/papers')
  useTitle(t('papers:title'))
  const items = own.data?.items ?? []
  return (
    <>
      <h1 className={classes.phoneHead}>{t('papers:own.title')}</h1>
      {own.isPending && <SkeletonRows rows={3} height={120} />}
      <ProblemNote problem={own.error} retry={() => void own.refetch()} />
      {own.data && items.length === 0 && <p>{t('papers:own.none')}</p>}
      {items.map((stay) => (
        <Stay key={stay.mobilityId} stay={stay} />
      ))}
    </>
  )
}

function Stay({ stay }: { stay: OwnPapers }) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const { counts } = stay
  const open = counts.missing + counts.expiring
  const place = [stay.town, stay.country && format.country(stay.country)].filter(Boolean).join(', ')
  return (
    <article aria-labelledby={`papers-${stay.mobilityId}`}>
      <h2 id={`papers-${stay.mobilityId}`} className={classes.phoneTitle}>
        {t('papers:own.for', { name: stay.participant, place })}
      </h2>
      <p className={classes.quiet}>
        {stay.departure && stay.return && format.dateRange(stay.departure, stay.return, 'long')}
      </p>
      <p role="status" className={classes.phoneText}>
        {open > 0
          ? t('papers:own.open', { count: open })
          : counts.toCheck > 0
            ? t('papers:own.waiting')
            : t('papers:own.allRight')}
      </p>
      {stay.papers.map((paper) => (
        <OwnPaper key={paper.kind} mobility={stay.mobilityId} shown={paper} />
      ))}
      <EmergencyCard stay={stay} />
    </article>
  )
}
