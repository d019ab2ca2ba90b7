import { NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { bodyOf, valuesOf, type CardValues } from './card-values.ts'
import { companyReads, type Company } from './company-answers.ts'
import { FieldSelect } from './FieldSelect.tsx'
import { LanguagesInput } from './LanguagesInput.tsx'
import { tutorRules } from './tutor-values.ts'
import { TutorRows } from './TutorRows.tsx'
import { OccupationsInput } from './TermInputs.tsx'

/** What one knows about a company. */
export function CardDialog({
  organisation,
  company,
  onClose,
}: {
  organisation: string
  company: Company
  onClose: () => void
}) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<CardValues>({
    initialValues: valuesOf(company),
    validate: { tutors: tutorRules(t) },
    send: (values) =>
      api('PUT /organisations/:organisation/companies/:company', {
        params: { organisation, company: company.id },
        body: bodyOf(values, company.version),
      }),
    onDone: () => {
      void refresh(client, companyReads)
      onClose()
    },
  })
  const text = (name: keyof CardValues & string) => ({
    label: t(`companies:field.${name}`),
    ...form.getInputProps(name),
  })
  const answers = ['yes', 'no'].map((value) => ({ value, label: t(`companies:${value}`) }))
  return (
    <FormDialog title={t('companies:card')} size="xl" {...{ onClose, submit, sending, problem }}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <FieldSelect {...text('field')} description={t('companies:hint.field')} />
        <NumberInput
          data-autofocus
          {...text('employees')}
          description={t('companies:hint.employees')}
          min={0}
        />
        <NumberInput {...text('mostTrainees')} description={t('companies:hint.mostTrainees')} min={0} />
        <NumberInput
          {...text('employeesPerTrainee')}
          description={t('companies:hint.employeesPerTrainee')}
          min={1}
          max={1000}
        />
        <NumberInput {...text('minimumAge')} min={0} max={99} />
        <NumberInput {...text('restDays')} description={t('companies:hint.restDays')} min={0} max={365} />
        <Select
          {...text('rating')}
          description={t('companies:hint.rating')}
          clearable
          data={['1', '2', '3', '4', '5'].map((value) => ({
            value,
            label: t('companies:ratingOf', { rating: value }),
          }))}
        />
        <Select {...text('accessible')} clearable data={answers} />
        <Select {...text('canteen')} clearable data={answers} />
        <LanguagesInput {...text('languages')} />
        <TextInput {...text('contractUntil')} type="date" />
        <TextInput {...text('lastVisit')} type="date" />
        <TextInput {...text('protectiveEquipment')} />
      </SimpleGrid>
      <OccupationsInput {...text('occupations')} description={t('companies:hint.occupations')} />
      <TextInput {...text('insurance')} />
      <Textarea {...text('sites')} description={t('companies:hint.sites')} autosize minRows={2} />
      <TutorRows form={form} />
      <Textarea {...text('note')} autosize minRows={2} />
    </FormDialog>
  )
}
