import { Radio, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { companyReads } from './company-answers.ts'
import { useFieldName } from './use-terms.ts'

type Preview = AnswerOf<'GET /organisations/:organisation/companies/:company/merger'>
type Field = Preview['fields'][number]

interface Named {
  id: string
  name: string
}

/** The way to a merge from a company's page. */
export function MergeButton({ organisation, company }: { organisation: string; company: Named }) {
  const { t } = useTranslation('companies')
  const may = useMay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ReasonButton
        variant="default"
        whyNot={may('partners.manage') ? null : t('companies:coordinatorsOnly')}
        onClick={() => setOpen(true)}
      >
        {t('companies:merge.action')}
      </ReasonButton>
      {open && (
        <MergeDialog organisation={organisation} kept={company} other={null} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

interface MergeDialogProps {
  organisation: string
  /** The entry that stays. */
  kept: Named
  /** The entry that goes; null: to be chosen. */
  other: string | null
  onClose: () => void
  onDone?: () => void
}

/** Makes two entries of one company one: says first what moves, and lets one choose field by field. */
export function MergeDialog({ organisation, kept, other: given, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const [other, setOther] = useState(given)
  const preview = useApi(
    'GET /organisations/:organisation/companies/:company/merger',
    { params: { organisation, company: kept.id }, query: { other: other ?? '' } },
    { enabled: other !== null, staleTime: 0 },
  )
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { chosen: {} as Partial<Record<Field['field'], Field['take']>> },
    send: async ({ chosen }) => {
      if (!preview.data || other === null) return
      await api('POST /organisations/:organisation/companies/:company/merger', {
        params: { organisation, company: kept.id },
        body: {
          other,
          takeFromOther: preview.data.fields
            .filter(({ field, take }) => (chosen[field] ?? take) === 'other')
            .map(({ field }) => field),
          versions: preview.data.versions,
        },
      })
      toast(t('companies:merge.done', { company: kept.name }))
    },
    onDone: () => {
      void refresh(client, [...companyReads, 'GET /organisations/:organisation/positions'])
      onDone?.()
      onClose()
    },
  })
  const { data } = preview
  return (
    <FormDialog
      title={t('companies:merge.title', { company: kept.name })}
      confirm={t('companies:merge.confirm')}
      size="xl"
      ready={data !== undefined && data.whyNot === null}
      {...{ onClose, submit, sending, problem }}
    >
      {given === null && (
        <OtherSelect organisation={organisation} kept={kept} value={other} onChange={setOther} />
      )}
      {other !== null && preview.isPending && <SkeletonRows />}
      <ProblemNote problem={preview.error} />
      {data?.whyNot && <p className={tables.warn}>{t(`companies:whyNot.${data.whyNot}`)}</p>}
      {data && !data.whyNot && (
        <>
          <Moves preview={data} />
          {data.fields.map((field) => (
            <Choice
              key={field.field}
              field={field}
              value={form.values.chosen[field.field] ?? field.take}
              onChange={(take) =>
                form.setFieldValue('chosen', { ...form.values.chosen, [field.field]: take })
              }
            />
          ))}
        </>
      )}
    </FormDialog>
  )
}

interface OtherSelectProps {
  organisation: string
  kept: Named
  value: string | null
  onChange: (id: string | null) => void
}

function OtherSelect({ organisation, kept, value, onChange }: OtherSelectProps) {
  const { t } = useTranslation('companies')
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), 200)
  const found = useApi('GET /organisations/:organisation/companies', {
    params: { organisation },
    query: { limit: 20, ...(q ? { q } : {}) },
  })
  return (
    <Select
      label={t('companies:merge.other')}
      description={t('companies:merge.otherHint')}
      searchable
      data-autofocus
      data={(found.data?.items ?? [])
        .filter(({ id }) => id !== kept.id)
        .map(({ id, name, town }) => ({ value: id, label: [name, town].filter(Boolean).join(', ') }))}
      filter={({ options }) => options}
      onSearchChange={setText}
      value={value}
      onChange={onChange}
    />
  )
}

function Moves({ preview }: { preview: Preview }) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const moved = (['mobilities', 'positions', 'placements', 'checks', 'ratings', 'links'] as const)
    .filter((what) => preview.moves[what] > 0)
    .map((what) => t(`companies:merge.moves.${what}`, { count: preview.moves[what] }))
  const other = preview.other.name
  return (
    <p>
      {moved.length > 0
        ? t('companies:merge.willMove', { other, list: format.list(moved) })
        : t('companies:merge.nothingMoves', { other })}
    </p>
  )
}

function Choice({
  field,
  value,
  onChange,
}: {
  field: Field
  value: Field['take']
  onChange: (take: Field['take']) => void
}) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const fieldName = useFieldName()
  const words = (given: Field['kept']): string => {
    if (given === null || given === '' || (Array.isArray(given) && given.length === 0))
      return t('companies:merge.empty')
    if (typeof given === 'boolean') return t(given ? 'companies:yes' : 'companies:no')
    if (typeof given === 'number') return format.number(given)
    if (Array.isArray(given))
      return format.list(field.field === 'languages' ? given.map((code) => format.language(code)) : given)
    if (field.field === 'field') return fieldName(given)
    if (field.field === 'country') return format.country(given)
    return /^\d{4}-\d\d-\d\d$/.test(given) ? format.date(given) : given
  }
  return (
    <Radio.Group
      label={t(`companies:field.${field.field}`)}
      value={value}
      onChange={(take) => onChange(take as Field['take'])}
    >
      <Radio value="kept" label={words(field.kept)} mt={4} />
      <Radio value="other" label={words(field.other)} mt={4} />
    </Radio.Group>
  )
}
