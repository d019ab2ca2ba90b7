import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { interviewWays, refusalReasons, withdrawalReasons } from '../placement-steps.rules.ts'
import { bodyOf, emptyAct, type FormAct } from './act-values.ts'
import { placementReads, type Placement, type Repair } from './placement-answers.ts'

interface ActDialogProps {
  organisation: string
  placement: Placement
  act: FormAct
  onClose: () => void
  /** A placement that was taken back says how to repair. */
  onRepair?: (repair: Repair | null) => void
}

/** What staff write down for a company that phones, and what needs a reason. */
export default function ActDialog({ organisation, placement, act, onClose, onRepair }: ActDialogProps) {
  const { t } = useTranslation('placements')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: emptyAct(act, placement),
    send: async (values) => {
      const answer = await api('POST /organisations/:organisation/placements/:placement/steps', {
        params: { organisation, placement: placement.id },
        body: bodyOf(act, values),
      })
      onRepair?.(answer.repair)
    },
    onDone: () => {
      void refresh(client, placementReads)
      onClose()
    },
  })
  const values = { name: placement.participant, company: placement.company.name }
  return (
    <FormDialog
      title={t(`placements:act.${act}`)}
      confirm={t(`placements:actConfirm.${act}`)}
      danger={act === 'withdraw' || act === 'refuse'}
      {...{ onClose, submit, sending, problem }}
    >
      <p style={{ margin: 0 }}>{t(`placements:actText.${act}`, values)}</p>
      {act === 'interview' && (
        <>
          <SimpleGrid cols={2}>
            <TextInput
              type="date"
              required
              label={t('placements:interview.day')}
              {...form.getInputProps('interview.day')}
            />
            <TextInput
              type="time"
              label={t('placements:interview.time')}
              {...form.getInputProps('interview.time')}
            />
          </SimpleGrid>
          <NativeSelect
            label={t('placements:interview.way')}
            data={interviewWays.map((value) => ({ value, label: t(`placements:way.${value}`) }))}
            {...form.getInputProps('interview.way')}
          />
          <TextInput label={t('placements:interview.place')} {...form.getInputProps('interview.place')} />
        </>
      )}
      {act === 'outcome' && (
        <Textarea
          autosize
          minRows={3}
          required
          label={t('placements:interview.outcome')}
          {...form.getInputProps('outcome')}
        />
      )}
      {act === 'accept' && (
        <>
          <TextInput label={t('placements:hours')} {...form.getInputProps('workingHours')} />
          <TextInput label={t('placements:address')} {...form.getInputProps('workplaceAddress')} />
          <SimpleGrid cols={2}>
            <TextInput label={t('placements:tutor')} {...form.getInputProps('tutor.name')} />
            <TextInput type="tel" label={t('placements:tutorPhone')} {...form.getInputProps('tutor.phone')} />
          </SimpleGrid>
        </>
      )}
      {(act === 'refuse' || act === 'withdraw') && (
        <NativeSelect
          label={t('placements:why')}
          data={(act === 'refuse' ? refusalReasons : withdrawalReasons).map((value) => ({
            value,
            label: t(`placements:reason.${value}`),
          }))}
          {...form.getInputProps('code')}
        />
      )}
      {(act === 'refuse' || act === 'withdraw' || act === 'confirm') && (
        <Textarea
          autosize
          minRows={2}
          required={act === 'confirm'}
          label={t('placements:inWords')}
          {...form.getInputProps('reason')}
        />
      )}
    </FormDialog>
  )
}
