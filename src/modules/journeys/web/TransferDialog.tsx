import { NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { Direction } from '../travel-means.rules.ts'
import { journeyReads, type Transfer } from './journey-answers.ts'

interface TransferDialogProps {
  organisation: string
  direction: Direction
  /** Null: a new one, `like` that one where there is one. */
  transfer: Transfer | null
  day: string
  like: Transfer | undefined
  onClose: () => void
}

/** A vehicle: when, from where to where, who drives, how many seats. */
export default function TransferDialog({
  organisation,
  direction,
  transfer,
  day,
  like,
  onClose,
}: TransferDialogProps) {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      direction,
      name: transfer?.name ?? '',
      onDay: transfer?.onDay ?? day,
      atTime: transfer?.atTime ?? '',
      seats: (transfer?.seats ?? like?.seats ?? 8) as number | '',
      driver: transfer?.driver ?? '',
      phone: transfer?.phone ?? '',
      fromPlace: transfer?.fromPlace ?? like?.fromPlace ?? '',
      toPlace: transfer?.toPlace ?? like?.toPlace ?? '',
      meetingPoint: transfer?.meetingPoint ?? like?.meetingPoint ?? '',
      note: transfer?.note ?? '',
    },
    send: (values) => {
      const body = { ...values, seats: Number(values.seats || 0) }
      return transfer
        ? api('PUT /organisations/:organisation/transfers/:transfer', {
            params: { organisation, transfer: transfer.id },
            body: { ...body, version: transfer.version },
          })
        : api('POST /organisations/:organisation/transfers', { params: { organisation }, body })
    },
    onDone: () => {
      void refresh(client, journeyReads)
      onClose()
    },
  })
  const field = (name: keyof typeof form.values) => ({
    label: t(`journeys:transfer.${name}`),
    ...form.getInputProps(name),
  })
  return (
    <FormDialog
      title={transfer ? transfer.name : t('journeys:transfers.add')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...field('name')} required data-autofocus placeholder={t('journeys:transfer.example')} />
        <NumberInput {...field('seats')} required min={1} max={200} allowDecimal={false} />
        <TextInput {...field('onDay')} type="date" required />
        <TextInput {...field('atTime')} type="time" required />
        <TextInput {...field('fromPlace')} required />
        <TextInput {...field('toPlace')} required />
        <TextInput {...field('driver')} />
        <TextInput {...field('phone')} type="tel" />
      </SimpleGrid>
      <TextInput {...field('meetingPoint')} description={t('journeys:transfer.meetingHint')} />
      <Textarea {...field('note')} autosize />
    </FormDialog>
  )
}
