import { SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import type { Direction } from '../travel-means.rules.ts'
import { journeyReads, type Arrival } from './journey-answers.ts'

interface MoveDialogProps {
  organisation: string
  arrival: Arrival
  direction: Direction
  onClose: () => void
}

/** A flight was moved, a train is late: the new hour, for all who are on it. */
export default function MoveDialog({ organisation, arrival, direction, onClose }: MoveDialogProps) {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { day: arrival.day, time: arrival.time },
    send: async (body) => {
      const { people } = await api('PUT /organisations/:organisation/legs/:leg/time', {
        params: { organisation, leg: arrival.legId },
        body,
      })
      toast(t('journeys:move.done', { count: people }))
    },
    onDone: () => {
      void refresh(client, journeyReads)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(`journeys:move.${direction}`, {
        number: arrival.number ?? t(`journeys:means.${arrival.means}`),
      })}
      {...{ onClose, submit, sending, problem }}
    >
      <p>{t('journeys:move.text')}</p>
      <SimpleGrid cols={2}>
        <TextInput type="date" label={t('journeys:move.day')} required {...form.getInputProps('day')} />
        <TextInput
          type="time"
          label={t('journeys:move.time')}
          required
          data-autofocus
          {...form.getInputProps('time')}
        />
      </SimpleGrid>
    </FormDialog>
  )
}
