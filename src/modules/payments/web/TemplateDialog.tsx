import { Button, MultiSelect, NumberInput, Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { useGateWords } from './Instalments.tsx'
import type { TemplateStep } from './payment-answers.ts'
import classes from './payments.module.css'

/** Tasks of the shipped checklists that payments usually wait for. */
const usualGates = [
  'grant-agreement',
  'learning-agreement',
  'insurance',
  'papers',
  'arrive',
  'come-back',
  'participant-report',
  'hand-in-receipts',
  'certificate',
]

interface TemplateDialogProps {
  organisation: string
  project: string
  steps: readonly TemplateStep[]
  /** As the steps were read. */
  version: number
  onClose: () => void
}

/** The instalments of a project, to be changed; together 100 %. */
export default function TemplateDialog({
  organisation,
  project,
  steps,
  version,
  onClose,
}: TemplateDialogProps) {
  const { t } = useTranslation(['payments', 'tasks'])
  const client = useQueryClient()
  const words = useGateWords()
  const { form, submit, sending, problem } = useApiForm<{ instalments: TemplateStep[] }>({
    initialValues: { instalments: [...steps] },
    send: ({ instalments }) =>
      api('PUT /organisations/:organisation/projects/:project/instalments', {
        params: { organisation, project },
        body: {
          instalments: instalments.map((one, at) => ({ ...one, key: one.key || `instalment-${at + 1}` })),
          version,
        },
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/projects/:project/instalments',
        'GET /organisations/:organisation/projects/:project/payables',
      ])
      onClose()
    },
  })
  const all = [...new Set([...usualGates, ...steps.flatMap(({ gates }) => gates)])]
  const { instalments } = form.values
  return (
    <FormDialog title={t('payments:template.title')} size="xl" {...{ onClose, submit, sending, problem }}>
      {instalments.map((one, at) => (
        <div key={one.key || at} className={classes.step}>
          <NumberInput
            label={t('payments:template.percent')}
            min={0}
            max={100}
            decimalScale={2}
            {...form.getInputProps(`instalments.${at}.percent`)}
          />
          <NumberInput
            label={t('payments:template.days')}
            min={-400}
            max={400}
            allowDecimal={false}
            {...form.getInputProps(`instalments.${at}.offsetDays`)}
          />
          <Select
            label={t('payments:template.anchor')}
            data={(['departure', 'return'] as const).map((value) => ({
              value,
              label: t(`payments:template.anchorKind.${value}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps(`instalments.${at}.anchor`)}
          />
          <MultiSelect
            label={t('payments:template.done')}
            data={all.map((value) => ({ value, label: words(value) }))}
            {...form.getInputProps(`instalments.${at}.gates`)}
          />
          <Button variant="subtle" color="gray" onClick={() => form.removeListItem('instalments', at)}>
            {t('payments:template.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="subtle"
        onClick={() =>
          form.insertListItem('instalments', {
            key: `instalment-${Math.max(0, ...instalments.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0))) + 1}`,
            percent: 0,
            anchor: 'return',
            offsetDays: 30,
            gates: [],
          })
        }
      >
        {t('payments:template.add')}
      </Button>
    </FormDialog>
  )
}
