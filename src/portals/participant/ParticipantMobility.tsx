import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { OwnMobility } from './OwnMobility.tsx'

/** One own mobility, e.g. from a link in a mail. */
export default function ParticipantMobility() {
  const { mobility = '' } = useParams()
  const read = useApi('GET /me/mobilities/:mobility', { params: { mobility } })
  useTitle(read.data?.participant.name ?? '')
  if (read.error) return <ProblemNote problem={read.error} retry={() => void read.refetch()} />
  return read.data ? (
    <OwnMobility mobility={read.data} alone={false} />
  ) : (
    <SkeletonRows rows={3} height={120} />
  )
}
