import { Navigate } from 'react-router'
import { useApi } from '#web/api/use-api.ts'
import { useMe } from '#web/api/use-me.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { homeOf } from './home.ts'

/** The bare address: to the set-up where nothing exists yet, to the sign-in, else to where the person works. */
export default function HomePage() {
  const instance = useApi('GET /instance')
  const me = useMe()
  if (instance.data?.needsSetUp || (instance.data && (me.data ?? me.error?.details.status === 401)))
    return <Navigate to={homeOf(instance.data, me.data)} replace />
  const problem = instance.error ?? (me.error?.details.status === 401 ? null : me.error)
  return (
    <main>
      <ProblemNote problem={problem} retry={() => void Promise.all([instance.refetch(), me.refetch()])} />
      {!problem && <SkeletonRows rows={4} height={64} />}
    </main>
  )
}
