import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { languages } from '#shared/languages.ts'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { genders, personKinds, type PersonField } from '../people.rules.ts'
import { fieldGroups, groups } from './person-values.ts'

interface PersonFieldsProps {
  /** `getInputProps` of a form of `PersonValues`. */
  inputProps: (field: PersonField) => object
}

/** All fields of a file, by group. */
export function PersonFields({ inputProps }: PersonFieldsProps) {
  const { t } = useTranslation('people')
  return groups.map((group) => (
    <fieldset key={group} className={classes.holder}>
      <legend>{t(`people:group.${group}`)}</legend>
      <div className={classes.fields}>
        {fieldGroups[group].map((field) => (
          <Field key={field} field={field} inputProps={inputProps(field)} />
        ))}
      </div>
    </fieldset>
  ))
}

const types: Partial<Record<PersonField, string>> = {
  birthDate: 'date',
  email: 'email',
  phone: 'tel',
  emergencyPhone: 'tel',
}

function Field({ field, inputProps }: { field: PersonField; inputProps: object }) {
  const { t } = useTranslation('people')
  const label = t(`people:field.${field}`)
  const props = { label, ...inputProps }
  if (field === 'nationality' || field === 'country') return <CountrySelect {...props} />
  if (field === 'kind')
    return (
      <NativeSelect
        {...props}
        data={personKinds.map((kind) => ({ value: kind, label: t(`people:kind.${kind}`) }))}
      />
    )
  if (field === 'gender')
    return (
      <NativeSelect
        {...props}
        data={[
          { value: '', label: t('people:notKnown') },
          ...genders.map((gender) => ({ value: gender, label: t(`people:gender.${gender}`) })),
        ]}
      />
    )
  if (field === 'language')
    return (
      <NativeSelect {...props} data={languages.map(({ code, name }) => ({ value: code, label: name }))} />
    )
  const first = field === 'givenName'
  return (
    <TextInput
      {...props}
      type={types[field] ?? 'text'}
      required={first}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  )
}
