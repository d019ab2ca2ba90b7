import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { InvitePartnerDialog } from './InvitePartnerDialog.tsx'
import { PartnerContacts } from './PartnerContacts.tsx'
import { PartnerFields } from './PartnerFields.tsx'
import { PartnerInvitation } from './PartnerInvitation.tsx'
import { Partnership } from './Partnership.tsx'
import { PossibleDuplicates } from './PossibleDuplicates.tsx'
import classes from './organisations.module.css'

export type PartnerAnswer = AnswerOf<'GET /organisations/:organisation/partners/:partner'>

/** One partner: its fields, its people, how one works together, and the invitation to take the record over. */
export default function PartnerPage() {
  const { organisation = '', partner: id = '' } = useParams()
  const { t } = useTranslation('organisations')
  const partner = useApi('GET /organisations/:organisation/partners/:partner', {
    params: { organisation, partner: id },
  })
  const trail = [{ label: t('organisations:partners.title'), to: paths.partners(organisation) }]
  if (partner.data) return <Partner organisation={organisation} partner={partner.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('organisations:partners.one')} trail={trail} />
      {partner.isPending && <SkeletonRows />}
      <ProblemNote problem={partner.error} retry={() => void partner.refetch()} />
    </>
  )
}

interface PartnerProps {
  organisation: string
  partner: PartnerAnswer
  trail: { label: string; to: string }[]
}

function Partner({ organisation, partner, trail }: PartnerProps) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const [inviting, setInviting] = useState(false)
  const whyNot = useWhyNotManage(partner)
  return (
    <>
      <PageHeader
        title={partner.name}
        trail={trail}
        status={
          <>
            <Badge variant="light" color="gray">
              {format.list(partner.kinds.map((kind) => t(`organisations:partnerKind.${kind}`)))}
            </Badge>
            {partner.claimed && <Badge variant="light">{t('organisations:partners.worksHere')}</Badge>}
            {partner.archived && <Badge color="gray">{t('organisations:partners.archived')}</Badge>}
          </>
        }
        actions={
          <>
            {partner.kinds.includes('company') && (
              <Button component={Link} variant="default" to={paths.company(organisation, partner.id)}>
                {t('organisations:partners.toCompany')}
              </Button>
            )}
            <Button
              component={Link}
              variant="default"
              to={`${paths.mobilities(organisation)}?partner=${partner.id}`}
            >
              {t('organisations:partners.mobilitiesCount', { count: partner.mobilities })}
            </Button>
            <ReasonButton whyNot={whyNot} onClick={() => setInviting(true)}>
              {t('organisations:partners.invite')}
            </ReasonButton>
          </>
        }
      />
      <div className={classes.sections}>
        <PossibleDuplicates
          organisation={organisation}
          asked={partner}
          except={partner.id}
          kinds={partner.kinds}
        />
        <PartnerInvitation organisation={organisation} partner={partner} />
        <PartnerFields organisation={organisation} partner={partner} whyNot={whyNot} />
        <PartnerContacts organisation={organisation} partner={partner} whyNot={whyNot} />
        <Partnership organisation={organisation} partner={partner} />
      </div>
      {inviting && (
        <InvitePartnerDialog
          organisation={organisation}
          partner={partner}
          onClose={() => setInviting(false)}
        />
      )}
    </>
  )
}

/** Why one cannot change or invite this partner, in words; null when one can. */
function useWhyNotManage(partner: PartnerAnswer): string | null {
  const { t } = useTranslation('organisations')
  const may = useMay()
  if (!may('partners.manage')) return t('organisations:partners.coordinatorsOnly')
  return partner.whyNotEdit ? t(`organisations:whyNot.${partner.whyNotEdit}`) : null
}
