import { IconMail } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Portal } from '#modules/organisations/portals.rules.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMe, type Me, type Membership } from '#web/api/use-me.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { NotFoundPage } from '#web/layout/NotFoundPage.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { StaffLayout } from '#web/layout/StaffLayout.tsx'
import { paths } from '#web/paths.ts'
import { companyPages } from './company/navigation.ts'
import { hostingPages } from './hosting/navigation.ts'
import { portalItems, type PortalPage } from './portal-items.ts'
import { searchIn } from './search.ts'
import { staffPages } from './staff/navigation.ts'

const pagesOf: Record<Portal, readonly PortalPage[]> = {
  sending: staffPages,
  hosting: hostingPages,
  company: companyPages,
}

/** The frame of a member's pages: the portal of the organisation in the address, with the pages that the roles open. */
export default function MemberPortal() {
  const { organisation = '' } = useParams()
  const me = useMe()
  if (me.error) return <ProblemNote problem={me.error} retry={() => void me.refetch()} />
  if (!me.data) return <SkeletonRows />
  const membership = me.data.memberships.find((one) => one.organisation.id === organisation)
  // An organisation that one does not belong to reads like one that does not exist.
  return membership ? <PortalOf me={me.data} membership={membership} /> : <NotFoundPage />
}

function PortalOf({ me, membership }: { me: Me; membership: Membership }) {
  const { t } = useTranslation('web')
  const { portal, permissions, organisation } = membership
  const navigation = portalItems(pagesOf[portal], organisation.id, permissions, (page) =>
    t(`web:nav.${page}`),
  )
  const demo = useApi('GET /instance').data?.demo
  // A demo sends no mail; its members read it here.
  const outbox = demo ? [{ to: paths.outbox(), label: t('web:nav.outbox'), icon: IconMail }] : []
  const search = useMemo(
    () => searchIn(organisation.id, permissions, (kind) => t(`web:found.${kind}`)),
    [organisation.id, permissions, t],
  )
  return (
    <StaffLayout
      me={me}
      organisation={organisation.id}
      navigation={[...navigation, ...outbox]}
      search={search}
    />
  )
}
