import {
  Autocomplete,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { LanguageRows } from '#web/parts/LanguageRows.tsx'
import { paperKeys, weeksFor } from '../papers.rules.ts'
import { companyReads, type Company, type Position } from './company-answers.ts'
import { FieldSelect } from './FieldSelect.tsx'
import { OccupationInput, SkillsInput } from './TermInputs.tsx'
import { inputOf, valuesOf, type PositionValues } from './position-values.ts'

const reads = [...companyReads, 'GET /organisations/:organisation/positions'] as const

interface PositionDialogProps {
  organisation: string
  company: Company
  /** Null: a new one. */
  position: Position | null
  onClose: () => void
}

/** A position: what one does there, when, how many, and what is asked of them. */
export function PositionDialog({ organisation, company, position, onClose }: PositionDialogProps) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<PositionValues>({
    initialValues: valuesOf(position, company),
    validate: {
      places: (value) => (value === '' ? t('companies:field.needed') : null),
    },
    send: (values) =>
      position
        ? api('PUT /organisations/:organisation/positions/:position', {
            params: { organisation, position: position.id },
            body: { ...inputOf(values), archived: values.archived === 'yes', version: position.version },
          })
        : api('POST /organisations/:organisation/positions', {
            params: { organisation },
            body: { ...inputOf(values), companyId: company.id },
          }),
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  const field = (name: keyof PositionValues & string) => ({
    label: t(`companies:position.${name}`),
    ...form.getInputProps(name),
  })
  const tutors = [...new Set(company.card.tutors.map(({ name }) => name))]
  const tutor = form.values.tutor.trim()
  const isOther = tutor !== '' && !tutors.includes(tutor)
  const answers = ['yes', 'no'].map((value) => ({ value, label: t(`companies:${value}`) }))
  return (
    <FormDialog
      title={position ? position.title : t('companies:positions.add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput {...field('title')} required data-autofocus />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput {...field('startsOn')} type="date" />
        <TextInput {...field('endsOn')} type="date" min={form.values.startsOn} />
        <NumberInput {...field('places')} required min={1} max={1000} allowDecimal={false} />
        <FieldSelect {...field('field')} />
        <OccupationInput {...field('occupation')} />
        <NumberInput {...field('weeklyHours')} min={0} max={60} step={0.5} />
        <TextInput {...field('workingHours')} />
        <NumberInput {...field('minimumAge')} min={0} max={99} />
        <NumberInput {...field('mostPerSchool')} min={1} />
        <Select {...field('accessible')} clearable data={answers} />
        <Autocomplete {...field('site')} data={company.card.sites.map(({ name }) => name)} />
        <Autocomplete
          {...field('tutor')}
          description={isOther ? t('companies:hint.otherTutor') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={tutors}
        />
      </SimpleGrid>
      <LanguageRows
        value={form.values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages)}
        description={t('companies:hint.positionLanguages')}
        error={form.errors['languages']}
      />
      <MultiSelect
        {...field('papers')}
        data={paperKeys.map((value) => ({
          value,
          label: t('companies:paperIn', { paper: t(`companies:paper.${value}`), count: weeksFor(value) }),
        }))}
        description={t('companies:hint.papers')}
      />
      <SkillsInput {...field('skills')} description={t('companies:hint.skills')} />
      <Textarea {...field('tasks')} autosize minRows={2} />
      <Textarea {...field('note')} autosize />
      {position && <Select {...field('archived')} allowDeselect={false} data={answers} />}
    </FormDialog>
  )
}
