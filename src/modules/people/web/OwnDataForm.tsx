import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { OwnFile } from './OwnFile.tsx'
import classes from './own.module.css'

/** The own data, and those of minors in one's care: each file to check, complete and confirm. */
export function OwnDataForm() {
  const { t } = useTranslation('people')
  const files = useApi('GET /me/people')
  if (files.isPending) return <SkeletonRows rows={6} height={56} />
  if (files.error && !files.data)
    return <ProblemNote problem={files.error} retry={() => void files.refetch()} />
  const items = files.data?.items ?? []
  if (items.length === 0)
    return (
      <section className={classes.card}>
        <h2 className={classes.title}>{t('people:own.emptyTitle')}</h2>
        <p>{t('people:own.emptyText')}</p>
      </section>
    )
  return items.map((file) => <OwnFile key={file.id} first={file} present={file} />)
}
