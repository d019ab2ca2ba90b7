import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { useMembership } from '#web/api/use-me.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'

const StaffPlacements = lazy(() => import('./StaffPlacements.tsx'))
const CompanyPlacements = lazy(() => import('./CompanyPlacements.tsx'))

/** Placements: those one arranges or sends, or – for a company – whom it was asked to take. */
export default function PlacementsPage() {
  const { organisation = '' } = useParams()
  const portal = useMembership()?.portal
  if (!portal) return <SkeletonRows rows={8} />
  return (
    <Suspense fallback={<SkeletonRows rows={8} />}>
      {portal === 'company' ? (
        <CompanyPlacements organisation={organisation} />
      ) : (
        <StaffPlacements organisation={organisation} />
      )}
    </Suspense>
  )
}
