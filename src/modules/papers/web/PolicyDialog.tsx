import { Button, Checkbox, Group, SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { usualCovers } from '../kinds.rules.ts'
import { ruleReads, type Policy } from './paper-answers.ts'
import { PolicyExceptions } from './PolicyExceptions.tsx'

interface PolicyDialogProps {
  organisation: string
  policy: Policy | null
  onClose: () => void
}

/** One insurance for all people of some flows, and who of them is insured otherwise. */
export function PolicyDialog({ organisation, policy, onClose }: PolicyDialogProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const [flows, setFlows] = useState(policy?.flows.map(({ id, name }) => ({ id, name })) ?? [])
  const [exceptions, setExceptions] = useState(policy?.exceptions ?? [])
  const settings = useApi('GET /organisations/:organisation/paper-settings', {
    params: { organisation },
  }).data
  const wanted = settings?.covers ?? usualCovers
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      insurer: policy?.insurer ?? '',
      number: policy?.number ?? '',
      emergencyPhone: policy?.emergencyPhone ?? '',
      validFrom: policy?.validFrom ?? '',
      validUntil: policy?.validUntil ?? '',
      covers: policy?.covers ?? [...usualCovers],
    },
    send: (values) => {
      const body = {
        ...values,
        flowIds: flows.map(({ id }) => id),
        exceptions: exceptions.map(({ mobilityId, reason }) => ({ mobilityId, reason })),
      }
      return policy
        ? api('PUT /organisations/:organisation/group-policies/:policy', {
            params: { organisation, policy: policy.id },
            body: { ...body, version: policy.version },
          })
        : api('POST /organisations/:organisation/group-policies', { params: { organisation }, body })
    },
    onDone: () => {
      void refresh(client, ruleReads)
      onClose()
    },
  })
  const covers = [...new Set([...wanted, ...form.values.covers])]
  return (
    <FormDialog
      title={t(policy ? 'papers:policy.change' : 'papers:policy.add')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('papers:field.insurer')}
          required
          data-autofocus
          {...form.getInputProps('insurer')}
        />
        <TextInput label={t('papers:policy.number')} {...form.getInputProps('number')} />
        <TextInput
          type="tel"
          label={t('papers:field.emergencyPhone')}
          {...form.getInputProps('emergencyPhone')}
        />
        <span />
        <TextInput
          type="date"
          label={t('papers:field.validFrom')}
          required
          {...form.getInputProps('validFrom')}
        />
        <TextInput
          type="date"
          label={t('papers:field.validUntil')}
          required
          {...form.getInputProps('validUntil')}
        />
      </SimpleGrid>
      <Checkbox.Group label={t('papers:field.covers')} {...form.getInputProps('covers')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={4} mt={4}>
          {covers.map((cover) => (
            <Checkbox key={cover} value={cover} label={t(`papers:cover.${cover}`, { defaultValue: cover })} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <FlowSelect
        organisation={organisation}
        label={t('papers:policy.addFlow')}
        description={t('papers:policy.addFlowHint')}
        value={null}
        onChange={(id, option) => {
          if (id && option && !flows.some((flow) => flow.id === id))
            setFlows([...flows, { id, name: option.label }])
        }}
      />
      <Group gap={6}>
        {flows.map((flow) => (
          <Button
            key={flow.id}
            size="compact-sm"
            variant="default"
            aria-label={t('papers:policy.dropFlow', { name: flow.name })}
            onClick={() => setFlows(flows.filter(({ id }) => id !== flow.id))}
          >
            {flow.name} ×
          </Button>
        ))}
      </Group>
      <PolicyExceptions
        organisation={organisation}
        flowIds={flows.map(({ id }) => id)}
        exceptions={exceptions}
        onChange={setExceptions}
      />
    </FormDialog>
  )
}
