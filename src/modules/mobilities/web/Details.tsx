import { Alert, Anchor, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { Facts } from './Facts.tsx'
import { useReasonWords } from './reason-words.ts'
import type { MobilityRecord } from './use-mobility.ts'

const DetailsDialog = lazy(() => import('./DetailsDialog.tsx'))
const HistoryDialog = lazy(() => import('./HistoryDialog.tsx'))

/** What, where and when; edited in a dialog, each field with its history. */
export function Details({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation(['record', 'mobilities'])
  const format = useFormat()
  const why = useReasonWords('mobilities:duration')
  const [open, setOpen] = useState<'edit' | 'history' | null>(null)
  const own = record.roles.includes('sending')
  const place = [record.town, record.country && format.country(record.country)].filter(Boolean).join(', ')
  const { departure, return: back } = record
  const flow =
    record.flow &&
    (own ? (
      <Anchor component={Link} to={paths.flow(organisation, record.flow.id)}>
        {record.flow.name}
      </Anchor>
    ) : (
      record.flow.name
    ))
  const project =
    record.project &&
    (own ? (
      <Anchor
        component={Link}
        to={paths.project(organisation, record.project.id)}
      >{`${record.project.code} · ${record.project.title}`}</Anchor>
    ) : (
      `${record.project.code} · ${record.project.title}`
    ))
  const lines = [
    {
      label: t('record:field.activityType'),
      value: t(`mobilities:activityType.${record.activityType}`, { defaultValue: record.activityType }),
    },
    {
      label: t('record:field.dates'),
      value:
        departure && back ? format.dateRange(departure, back) : departure ? format.date(departure) : null,
    },
    {
      label: t('record:field.days'),
      value: record.days === null ? null : t('record:days', { count: record.days }),
    },
    { label: t('record:field.place'), value: place || null },
    { label: t('record:field.flow'), value: flow },
    { label: t('record:field.project'), value: project },
    { label: t('record:field.field'), value: record.field },
    ...(own ? [{ label: t('record:field.externalId'), value: record.externalId }] : []),
    ...(own && record.notedGrant !== null
      ? [{ label: t('record:field.notedGrant'), value: format.money(record.notedGrant) }]
      : []),
    ...(own && record.note ? [{ label: t('record:field.note'), value: record.note, wide: true }] : []),
  ]
  return (
    <Section
      title={t('record:details.title')}
      actions={
        <>
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('history')}>
            {t('record:details.history')}
          </Button>
          {record.may.edit && (
            <Button variant="default" size="compact-sm" onClick={() => setOpen('edit')}>
              {t('record:details.edit')}
            </Button>
          )}
        </>
      }
    >
      {record.durationProblem && (
        <Alert color="yellow" mb="sm">
          {why(record.durationProblem)}
        </Alert>
      )}
      <Facts lines={lines} />
      <Suspense>
        {open === 'edit' && (
          <DetailsDialog record={record} organisation={organisation} onClose={() => setOpen(null)} />
        )}
        {open === 'history' && (
          <HistoryDialog record={record} organisation={organisation} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </Section>
  )
}
