import { lazy, Suspense } from 'react'
import { MobilitiesPage } from '#modules/mobilities/web/MobilitiesPage.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'

const RecordSections = lazy(async () => ({ default: (await import('./MobilityPage.tsx')).RecordSections }))

/** The grid of mobilities with the record's sections beside it. */
export default function StaffMobilitiesPage() {
  return <MobilitiesPage sections={sectionsBeside} />
}

function sectionsBeside(record: MobilityRecord, organisation: string) {
  return (
    <Suspense fallback={<SkeletonRows rows={6} height={44} />}>
      <RecordSections record={record} organisation={organisation} narrow />
    </Suspense>
  )
}
