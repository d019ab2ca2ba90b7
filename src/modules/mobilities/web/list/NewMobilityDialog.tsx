import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { PersonSelect } from '#modules/people/web/PersonSelect.tsx'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { activityTypeKeys } from '../../activity-types.rules.ts'
import { readsOfMobility } from '../use-mobility.ts'

interface NewMobilityDialogProps {
  organisation: string
  flow: string | null
  onClose: () => void
  onAdded: (id: string) => void
}

/** One mobility more: for somebody whose file is here, or for a new person. The flow fills in dates, place and host. */
export default function NewMobilityDialog({ organisation, flow, onClose, onAdded }: NewMobilityDialogProps) {
  const { t } = useTranslation(['mobilities-list', 'mobilities', 'record'])
  const client = useQueryClient()
  const needed = (value: string | null): string | null =>
    value?.trim() ? null : t('mobilities-list:new.needed')
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      who: 'known',
      personId: null as string | null,
      givenName: '',
      familyName: '',
      email: '',
      flowId: flow,
      activityType: 'LM-SHORT-VET' as string | null,
      departure: '',
      return: '',
    },
    validate: {
      personId: (value, values) => (values.who === 'known' ? needed(value) : null),
      givenName: (value, values) => (values.who === 'new' ? needed(value) : null),
      familyName: (value, values) => (values.who === 'new' ? needed(value) : null),
      activityType: needed,
    },
    send: async (values) => {
      const person = {
        givenName: values.givenName,
        familyName: values.familyName,
        email: values.email || null,
      }
      const made = await api('POST /organisations/:organisation/mobilities', {
        params: { organisation },
        body: {
          activityType: values.activityType ?? '',
          flowId: values.flowId,
          ...(values.departure ? { departure: values.departure } : {}),
          ...(values.return ? { return: values.return } : {}),
          ...(values.who === 'known' ? { personId: values.personId ?? '' } : { person }),
        },
      })
      toast(t('mobilities-list:new.done', { name: made.participant.name }))
      onAdded(made.id)
    },
    onDone: () => {
      void refresh(client, readsOfMobility)
      onClose()
    },
  })
  const { who } = form.getValues()
  return (
    <FormDialog
      title={t('mobilities-list:add')}
      onClose={onClose}
      submit={submit}
      sending={sending}
      problem={problem}
      confirm={t('mobilities-list:new.confirm')}
    >
      <SegmentedControl
        aria-label={t('mobilities-list:new.who')}
        data={[
          { value: 'known', label: t('mobilities-list:new.known') },
          { value: 'new', label: t('mobilities-list:new.newPerson') },
        ]}
        {...form.getInputProps('who')}
      />
      {who === 'known' ? (
        <PersonSelect
          organisation={organisation}
          label={t('mobilities-list:new.person')}
          required
          data-autofocus
          {...form.getInputProps('personId')}
        />
      ) : (
        <>
          <Group grow align="flex-start">
            <TextInput
              label={t('mobilities-list:new.givenName')}
              required
              autoComplete="off"
              {...form.getInputProps('givenName')}
            />
            <TextInput
              label={t('mobilities-list:new.familyName')}
              required
              autoComplete="off"
              {...form.getInputProps('familyName')}
            />
          </Group>
          <TextInput
            type="email"
            label={t('record:contact.email')}
            autoComplete="off"
            {...form.getInputProps('email')}
          />
        </>
      )}
      <FlowSelect
        organisation={organisation}
        label={t('record:field.flow')}
        description={t('mobilities-list:new.flowFills')}
        {...form.getInputProps('flowId')}
      />
      <Select
        label={t('record:field.activityType')}
        required
        allowDeselect={false}
        data={activityTypeKeys.map((key) => ({ value: key, label: t(`mobilities:activityType.${key}`) }))}
        {...form.getInputProps('activityType')}
      />
      <Group grow align="flex-start">
        <TextInput type="date" label={t('record:field.departure')} {...form.getInputProps('departure')} />
        <TextInput type="date" label={t('record:field.return')} {...form.getInputProps('return')} />
      </Group>
    </FormDialog>
  )
}
