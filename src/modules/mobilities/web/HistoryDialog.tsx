import { Button, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { EventLine } from './Timeline.tsx'
import type { MobilityRecord } from './use-mobility.ts'
import classes from './Timeline.module.css'

const fields = [
  'departure',
  'return',
  'country',
  'town',
  'flow',
  'hosting',
  'company',
  'activityType',
  'field',
  'note',
  'status',
] as const

interface HistoryDialogProps {
  record: MobilityRecord
  organisation: string
  onClose: () => void
}

/** The history of one field: who set it to what, when. */
export default function HistoryDialog({ record, organisation, onClose }: HistoryDialogProps) {
  const { t } = useTranslation(['record', 'web'])
  const [field, setField] = useState<string>('departure')
  const events = usePages('GET /organisations/:organisation/mobilities/:mobility/events', {
    params: { organisation, mobility: record.id },
    query: { field, limit: 50 },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('record:history.title')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Stack>
        <Select
          label={t('record:history.field')}
          data={fields.map((name) => ({ value: name, label: t(`record:field.${name}`) }))}
          value={field}
          allowDeselect={false}
          onChange={(chosen) => chosen && setField(chosen)}
        />
        <ProblemNote problem={events.problem} retry={events.retry} />
        {events.loading && <SkeletonRows rows={3} height={40} />}
        {!events.loading && events.rows.length === 0 && <Text>{t('record:history.none')}</Text>}
        <ol className={classes.events}>
          {events.rows.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ol>
        {events.hasMore && (
          <Button variant="subtle" loading={events.loadingMore} onClick={events.loadMore}>
            {t('record:timeline.more')}
          </Button>
        )}
      </Stack>
    </Modal>
  )
}
