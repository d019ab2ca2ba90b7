import { MultiSelect, NumberInput, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { serviceKeys, type ServiceKey } from '../services.rules.ts'
import { threadReads, type Thread } from './order-answers.ts'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'

interface RequestDialogProps {
  organisation: string
  side: 'sender' | 'host'
  /** One to change; a new one when absent. */
  present?: Thread
  onClose: () => void
}

/** What a sender asks for: who hosts how many, when, and which services. A host writes down what it was asked by phone. */
export function RequestDialog({ organisation, side, present, onClose }: RequestDialogProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      partnerId: present?.partner.id ?? (null as string | null),
      flowId: present?.flow?.id ?? (null as string | null),
      title: present?.title ?? '',
      people: (present?.people ?? '') as number | string,
      mostPeople: (present?.mostPeople ?? '') as number | string,
      accompanying: (present?.accompanying ?? 0) as number | string,
      startsOn: present?.startsOn ?? '',
      endsOn: present?.endsOn ?? '',
      fields: present?.fields ?? ([] as string[]),
      services: present?.services ?? (['placement', 'accommodation'] as ServiceKey[]),
      message: present?.message ?? '',
    },
    validate: {
      partnerId: (value) => (value ? null : t('orders:field.needed')),
      title: (value) => (value.trim() ? null : t('orders:field.needed')),
      people: (value) => (Number(value) >= 1 ? null : t('orders:field.needed')),
      startsOn: (value) => (value ? null : t('orders:field.needed')),
      endsOn: (value) => (value ? null : t('orders:field.needed')),
    },
    send: async ({ partnerId, ...values }) => {
      const body = {
        ...values,
        people: Number(values.people || 0),
        mostPeople: values.mostPeople === '' ? null : Number(values.mostPeople),
        accompanying: Number(values.accompanying || 0),
        message: values.message.trim() || null,
      }
      const saved = present
        ? await api('PUT /organisations/:organisation/requests/:request', {
            params: { organisation, request: present.id },
            body: { ...body, version: present.version },
          })
        : await api('POST /organisations/:organisation/requests', {
            params: { organisation },
            body: { ...body, side, partnerId: partnerId ?? '' },
          })
      await refresh(client, threadReads)
      onClose()
      if (!present) void navigate(paths.order(organisation, saved.id))
    },
  })
  const flow = useApi(
    'GET /organisations/:organisation/flows/:flow',
    { params: { organisation, flow: form.values.flowId ?? '' } },
    { enabled: form.values.flowId !== null && !present },
  )
  const chosen = flow.data
  // A flow that was chosen fills what it knows; everything stays open to change.
  useEffect(() => {
    if (!chosen || present) return
    form.setValues({
      title: chosen.name,
      startsOn: chosen.startDate ?? '',
      endsOn: chosen.endDate ?? '',
      people: chosen.places || '',
      accompanying: chosen.accompanyingPlaces,
      ...(chosen.hosting ? { partnerId: chosen.hosting.id } : {}),
    })
    // oxlint-disable-next-line react/exhaustive-deps -- only when another flow is chosen
  }, [chosen?.id])
  const field = (name: string) => ({ label: t(`orders:field.${name}`), ...form.getInputProps(name) })
  return (
    <FormDialog
      title={t(present ? 'orders:ask.edit' : `orders:ask.${side}`)}
      confirm={t(present ? 'orders:save' : side === 'sender' ? 'orders:ask.send' : 'orders:ask.keep')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      {side === 'sender' && (
        <FlowSelect organisation={organisation} description={t('orders:ask.flowHint')} {...field('flowId')} />
      )}
      {!present && (
        <PartnerSelect
          organisation={organisation}
          kind={side === 'sender' ? 'host' : 'sender'}
          required
          {...form.getInputProps('partnerId')}
          label={t(`orders:partner.${side === 'sender' ? 'host' : 'sender'}`)}
        />
      )}
      <TextInput {...field('title')} required />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput {...field('people')} required min={1} allowDecimal={false} />
        <NumberInput {...field('mostPeople')} min={1} allowDecimal={false} />
        <NumberInput {...field('accompanying')} min={0} allowDecimal={false} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...field('startsOn')} type="date" required />
        <TextInput {...field('endsOn')} type="date" required min={form.values.startsOn} />
      </SimpleGrid>
      <MultiSelect
        {...field('services')}
        data={serviceKeys.map((value) => ({ value, label: t(`orders:service.${value}`) }))}
      />
      <TagsInput {...field('fields')} description={t('orders:ask.fieldsHint')} />
      <Textarea {...field('message')} autosize minRows={2} />
    </FormDialog>
  )
}
