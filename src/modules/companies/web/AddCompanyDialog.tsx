import { NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { PossibleDuplicates } from '#modules/organisations/web/PossibleDuplicates.tsx'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { companyReads } from './company-answers.ts'
import { FieldSelect } from './FieldSelect.tsx'
import { noTutor, tutorRules, tutorsOf, type TutorValues } from './tutor-values.ts'
import { TutorRows } from './TutorRows.tsx'

interface AddCompanyDialogProps {
  organisation: string
  /** Where most of its companies are: its own country. */
  country: string | null
  onClose: () => void
}

/** Writes a company down: its name is enough. Whoever may be the same is told before there are two. */
export function AddCompanyDialog({ organisation, country, onClose }: AddCompanyDialogProps) {
  const { t } = useTranslation('companies')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      name: '',
      country,
      town: '',
      address: '',
      field: null as string | null,
      employees: '' as number | string,
      email: '',
      phone: '',
      tutors: [noTutor] as TutorValues[],
    },
    validate: {
      name: (value: string) => (value.trim() ? null : t('companies:field.needed')),
      tutors: tutorRules(t),
    },
    send: async ({ employees, tutors, ...values }) => {
      const made = await api('POST /organisations/:organisation/companies', {
        params: { organisation },
        body: {
          ...values,
          employees: employees === '' ? null : Number(employees),
          tutors: tutorsOf(tutors),
        },
      })
      await refresh(client, [...companyReads, 'GET /organisations/:organisation/partners'])
      await navigate(paths.company(organisation, made.id))
    },
  })
  const text = (name: string) => ({ label: t(`companies:field.${name}`), ...form.getInputProps(name) })
  const { name, country: where } = form.values
  return (
    <FormDialog
      title={t('companies:add')}
      confirm={t('companies:add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput {...text('name')} required data-autofocus />
      <PossibleDuplicates organisation={organisation} asked={{ name, country: where }} kinds={['company']} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CountrySelect {...text('country')} />
        <TownInput {...text('town')} country={where} />
      </SimpleGrid>
      <TextInput {...text('address')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <FieldSelect {...text('field')} description={t('companies:hint.field')} />
        <NumberInput
          {...text('employees')}
          description={t('companies:hint.employees')}
          min={0}
          allowDecimal={false}
        />
        <TextInput {...text('phone')} type="tel" />
        <TextInput {...text('email')} type="email" />
      </SimpleGrid>
      <TutorRows form={form} />
    </FormDialog>
  )
}
