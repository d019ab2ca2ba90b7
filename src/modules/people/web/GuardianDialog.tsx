import { Group, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { languageCodes, languages } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { relations } from '../people.rules.ts'
import type { PersonAnswer } from './PersonPage.tsx'
import { PersonSelect } from './PersonSelect.tsx'

interface GuardianDialogProps {
  organisation: string
  person: PersonAnswer
  onClose: () => void
}

type Relation = (typeof relations)[number]

const noGuardian = {
  which: 'new' as 'new' | 'known',
  guardian: null as string | null,
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  relation: 'mother' as Relation,
}
type GuardianValues = typeof noGuardian & { language: string }

/** Somebody new, or somebody whose file is here, e.g. a brother's mother. */
export function GuardianDialog({ organisation, person, onClose }: GuardianDialogProps) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm<GuardianValues>({
    initialValues: { ...noGuardian, language: person.language },
    validate: ({ which, guardian, givenName }) => ({
      guardian: which === 'known' && !guardian ? t('people:guardians.choose') : null,
      givenName: which === 'new' && !givenName.trim() ? t('people:needed') : null,
    }),
    send: (values) =>
      api('POST /organisations/:organisation/people/:person/guardians', {
        params: { organisation, person: person.id },
        body: bodyOf(values),
      }),
    onDone: () => {
      void refresh(client, [
        'GET /organisations/:organisation/people/:person',
        'GET /organisations/:organisation/people',
      ])
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('people:guardians.addTo', { name: `${person.givenName} ${person.familyName}`.trim() })}
      confirm={t('people:guardians.add')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <Radio.Group label={t('people:guardians.which')} {...form.getInputProps('which')}>
        <Group mt="xs">
          <Radio value="new" label={t('people:guardians.new')} />
          <Radio value="known" label={t('people:guardians.known')} />
        </Group>
      </Radio.Group>
      {form.values.which === 'known' ? (
        <PersonSelect
          organisation={organisation}
          except={person.id}
          label={t('people:one')}
          required
          {...form.getInputProps('guardian')}
        />
      ) : (
        <NewGuardian inputProps={(field) => form.getInputProps(field)} />
      )}
      <NativeSelect
        label={t('people:guardians.relation')}
        data={relations.map((relation) => ({ value: relation, label: t(`people:relation.${relation}`) }))}
        {...form.getInputProps('relation')}
      />
    </FormDialog>
  )
}

function NewGuardian({ inputProps }: { inputProps: (field: keyof GuardianValues) => object }) {
  const { t } = useTranslation('people')
  return (
    <div className={classes.fields}>
      <TextInput label={t('people:field.givenName')} required {...inputProps('givenName')} />
      <TextInput label={t('people:field.familyName')} {...inputProps('familyName')} />
      <TextInput type="email" label={t('people:field.email')} {...inputProps('email')} />
      <TextInput type="tel" label={t('people:field.phone')} {...inputProps('phone')} />
      <NativeSelect
        label={t('people:field.language')}
        data={languages.map(({ code, name }) => ({ value: code, label: name }))}
        {...inputProps('language')}
      />
    </div>
  )
}

function bodyOf({ which, guardian, language, ...values }: GuardianValues) {
  const { relation } = values
  if (which === 'known') return { guardian: guardian ?? '', relation }
  const known = languageCodes.find((code) => code === language)
  return { ...values, ...(known ? { language: known } : {}) }
}
