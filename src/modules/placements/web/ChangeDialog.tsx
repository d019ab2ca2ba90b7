import { NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { placementReads, type Placement } from './placement-answers.ts'

interface ChangeDialogProps {
  organisation: string
  placement: Placement
  onClose: () => void
}

/** Days, share, hours, place and tutor of one placement. */
export default function ChangeDialog({ organisation, placement, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('placements')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      startsOn: placement.startsOn ?? '',
      endsOn: placement.endsOn ?? '',
      share: placement.share as number | string,
      workingHours: placement.workingHours ?? '',
      workplaceAddress: placement.workplaceAddress ?? '',
      tutor: placement.tutor ?? { name: '', phone: '', email: '' },
    },
    send: ({ startsOn, endsOn, share, workingHours, workplaceAddress, tutor }) =>
      api('PUT /organisations/:organisation/placements/:placement', {
        params: { organisation, placement: placement.id },
        body: {
          startsOn: startsOn || null,
          endsOn: endsOn || null,
          share: Number(share || 0),
          workingHours: workingHours || null,
          workplaceAddress: workplaceAddress || null,
          tutor: tutor.name.trim() ? tutor : null,
          version: placement.version,
        },
      }),
    onDone: () => {
      void refresh(client, placementReads)
      onClose()
    },
  })
  return (
    <FormDialog title={t('placements:change.title')} {...{ onClose, submit, sending, problem }}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput type="date" label={t('placements:from')} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('placements:until')} {...form.getInputProps('endsOn')} />
        <NumberInput
          min={1}
          max={100}
          suffix=" %"
          label={t('placements:share')}
          {...form.getInputProps('share')}
        />
      </SimpleGrid>
      <TextInput label={t('placements:hours')} {...form.getInputProps('workingHours')} />
      <TextInput label={t('placements:address')} {...form.getInputProps('workplaceAddress')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput label={t('placements:tutor')} {...form.getInputProps('tutor.name')} />
        <TextInput type="tel" label={t('placements:tutorPhone')} {...form.getInputProps('tutor.phone')} />
        <TextInput type="email" label={t('placements:tutorEmail')} {...form.getInputProps('tutor.email')} />
      </SimpleGrid>
    </FormDialog>
  )
}
