import { Alert, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/layout/Section.tsx'
import { activityType } from '../activity-types.rules.ts'
import { Facts } from './Facts.tsx'
import type { MobilityRecord } from './use-mobility.ts'

const CompanyDialog = lazy(() => import('./CompanyDialog.tsx'))
const LinkDialog = lazy(() => import('#modules/tutor-links/web/LinkDialog.tsx'))

/** The company of the work placement and what it said; who is in the way when there is none. */
export function Placement({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation('record')
  const [dialog, setDialog] = useState<'company' | 'link' | null>(null)
  const { company, companyStage: stage } = record
  if (!company && !activityType(record.activityType)?.workPlacement) return null
  const lines = [
    {
      label: t('record:placement.company'),
      value: company?.name ?? null,
      missing: t('record:placement.none'),
    },
    { label: t('record:placement.stage'), value: stage && t(`record:stage.${stage}`) },
    { label: t('record:placement.hours'), value: record.workingHours },
    { label: t('record:placement.address'), value: record.workplaceAddress },
    ...(record.companyNote
      ? [{ label: t('record:placement.note'), value: record.companyNote, wide: true }]
      : []),
  ]
  return (
    <Section
      title={t('record:placement.title')}
      actions={
        record.may.proposeCompany && (
          <>
            {company && (
              <Button variant="default" size="compact-sm" onClick={() => setDialog('link')}>
                {t('record:placement.link')}
              </Button>
            )}
            <Button variant="default" size="compact-sm" onClick={() => setDialog('company')}>
              {company ? t('record:placement.change') : t('record:placement.propose')}
            </Button>
          </>
        )
      }
    >
      {stage === 'declined' && (
        <Alert color="yellow" mb="sm">
          {t('record:placement.declined')}
        </Alert>
      )}
      <Facts lines={lines} />
      <Suspense>
        {dialog === 'company' && (
          <CompanyDialog record={record} organisation={organisation} onClose={() => setDialog(null)} />
        )}
        {dialog === 'link' && company && (
          <LinkDialog organisation={organisation} company={company} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </Section>
  )
}
