import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { furtherChecks, usualChecks, type CheckKind } from '../checks.rules.ts'
import { companyReads } from './company-answers.ts'
import { useCheckTitle } from './Checks.tsx'
import classes from './companies.module.css'

type List = AnswerOf<'GET /organisations/:organisation/company-checks'>

const reads = [...companyReads, 'GET /organisations/:organisation/company-checks'] as const

/** What the organisation looks at before anybody works at a company: its own list, or the usual one to begin with. */
export function ChecksDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const list = useApi('GET /organisations/:organisation/company-checks', { params: { organisation } })
  if (!list.data) return <SkeletonRows />
  return <ListForm organisation={organisation} list={list.data} onClose={onClose} />
}

interface ListFormProps {
  organisation: string
  list: List
  onClose: () => void
}

function ListForm({ organisation, list, onClose }: ListFormProps) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const title = useCheckTitle()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { checks: list.checks as CheckKind[] },
    send: ({ checks }) => save(checks),
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  const save = (checks: CheckKind[]) =>
    api('PUT /organisations/:organisation/company-checks', {
      params: { organisation },
      body: { checks, version: list.version },
    })
  const { checks } = form.values
  const change = (at: number, part: Partial<CheckKind>): void =>
    form.setFieldValue(
      'checks',
      checks.map((one, i) => (i === at ? { ...one, ...part } : one)),
    )
  return (
    <FormDialog
      title={t('companies:checks.list')}
      size="xl"
      ready={checks.length > 0}
      {...{ onClose, submit, sending, problem }}
    >
      <p>{t(list.own ? 'companies:checks.listOwn' : 'companies:checks.listUsual')}</p>
      {checks.map((check, at) => (
        <div key={check.key} className={classes.checkRow}>
          <span>{title(check)}</span>
          <Checkbox
            label={t('companies:checks.required')}
            aria-label={t('companies:checks.requiredFor', { check: title(check) })}
            checked={check.required}
            onChange={(event) => change(at, { required: event.currentTarget.checked })}
          />
          <NumberInput
            aria-label={t('companies:checks.monthsFor', { check: title(check) })}
            placeholder={t('companies:checks.noMonths')}
            min={1}
            max={240}
            allowDecimal={false}
            suffix={` ${t('companies:checks.months')}`}
            value={check.months ?? ''}
            onChange={(months) => change(at, { months: months === '' ? null : Number(months) })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('companies:checks.drop', { check: title(check) })}
            onClick={() =>
              form.setFieldValue(
                'checks',
                checks.filter((_one, i) => i !== at),
              )
            }
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      ))}
      <AddCheck
        taken={checks.map(({ key }) => key)}
        onAdd={(check) => form.setFieldValue('checks', [...checks, check])}
      />
      {list.own && (
        <Button variant="subtle" size="xs" onClick={() => form.setFieldValue('checks', [...usualChecks])}>
          {t('companies:checks.backToUsual')}
        </Button>
      )}
    </FormDialog>
  )
}

function AddCheck({ taken, onAdd }: { taken: readonly string[]; onAdd: (check: CheckKind) => void }) {
  const { t } = useTranslation('companies')
  const title = useCheckTitle()
  const [own, setOwn] = useState('')
  const known = [...usualChecks, ...furtherChecks].filter(({ key }) => !taken.includes(key))
  const addOwn = (): void => {
    const words = own.trim()
    if (!words) return
    onAdd({ key: keyOf(words, taken), title: words, required: false, months: null })
    setOwn('')
  }
  return (
    <Group align="end" grow>
      <Select
        label={t('companies:checks.addKnown')}
        disabled={known.length === 0}
        data={known.map((check) => ({ value: check.key, label: title(check) }))}
        value={null}
        onChange={(key) => {
          const check = known.find((one) => one.key === key)
          if (check) onAdd(check)
        }}
      />
      <Group align="end" wrap="nowrap">
        <TextInput
          label={t('companies:checks.addOwn')}
          value={own}
          maxLength={200}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            addOwn()
          }}
        />
        <Button variant="default" onClick={addOwn}>
          {t('companies:checks.add')}
        </Button>
      </Group>
    </Group>
  )
}

/** A key for a check in own words, which no other check has. */
function keyOf(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  const base = plain ? `own-${plain}` : 'own-check'
  let key = base
  for (let number = 2; taken.includes(key); number += 1) key = `${base}-${number}`
  return key
}
