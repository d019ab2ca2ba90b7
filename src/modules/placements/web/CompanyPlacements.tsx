import { useTranslation } from 'react-i18next'
import { api, apiPath } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { OfferedCard } from './OfferedCard.tsx'
import classes from './placements.module.css'

/** For a company with an account: whom it was asked to take, what waits for its answer first. */
export default function CompanyPlacements({ organisation }: { organisation: string }) {
  const { t } = useTranslation('placements')
  const offered = useApi('GET /organisations/:organisation/offered-placements', { params: { organisation } })
  const items = offered.data?.items ?? []
  return (
    <>
      <PageHeader title={t('placements:title')} description={t('placements:offered.text')} />
      <ProblemNote problem={offered.error} retry={() => void offered.refetch()} />
      {offered.isPending && <SkeletonRows rows={4} height={120} />}
      {offered.data && items.length === 0 && (
        <EmptyState title={t('placements:offered.none')} text={t('placements:offered.noneText')} />
      )}
      <div className={classes.cards}>
        {items.map((one) => (
          <OfferedCard
            key={one.id}
            placement={one}
            send={(body) =>
              api('POST /organisations/:organisation/offered-placements/:placement/answer', {
                params: { organisation, placement: one.id },
                body,
              })
            }
            reads={[
              'GET /organisations/:organisation/offered-placements',
              'GET /organisations/:organisation/mobilities',
            ]}
            openCv={() =>
              window.open(
                apiPath('GET /organisations/:organisation/offered-placements/:placement/cv', {
                  params: { organisation, placement: one.id },
                }),
              )
            }
          />
        ))}
      </div>
    </>
  )
}
