import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { countryCodes } from '#shared/countries.ts'
import { languages } from '#shared/languages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { neededOf } from '../people.rules.ts'
import { askedOf, type OwnField, type OwnFileAnswer } from './own-values.ts'
import classes from './own.module.css'

interface OwnFieldsProps {
  file: OwnFileAnswer
  /** `getInputProps` of a form of `OwnValues`. */
  inputProps: (field: OwnField) => object
}

/** The fields to complete; those that are needed are marked. The phone's own pickers and keyboards are used. */
export function OwnFields({ file, inputProps }: OwnFieldsProps) {
  const { t } = useTranslation('people')
  const asked = askedOf(file)
  const needed = neededOf(file.kind ?? 'learner')
  const emergency = asked.filter((field) => field.startsWith('emergency'))
  const one = (field: OwnField) => (
    <Field
      key={field}
      field={field}
      own={file.relation === 'self'}
      needed={needed.includes(field)}
      inputProps={inputProps(field)}
    />
  )
  return (
    <>
      {asked.filter((field) => !emergency.includes(field)).map(one)}
      {emergency.length > 0 && (
        <>
          <h3 className={classes.sub}>{t('people:group.emergency')}</h3>
          <p className={classes.quiet}>{t('people:own.emergencyText')}</p>
          {emergency.map(one)}
        </>
      )}
    </>
  )
}

/** What the browser may fill in for one who writes about oneself. */
const known: Partial<Record<OwnField, string>> = {
  birthDate: 'bday',
  phone: 'tel',
  address: 'street-address',
  town: 'address-level2',
  country: 'country',
}

interface FieldProps {
  field: OwnField
  own: boolean
  needed: boolean
  inputProps: object
}

function Field({ field, own, needed, inputProps }: FieldProps) {
  const { t } = useTranslation('people')
  const props = {
    size: 'lg',
    label: t(`people:field.${field}`),
    required: needed,
    autoComplete: (own && known[field]) || 'off',
    ...inputProps,
  } as const
  if (field === 'nationality' || field === 'country') return <CountryField {...props} />
  if (field === 'language')
    return (
      <NativeSelect {...props} data={languages.map(({ code, name }) => ({ value: code, label: name }))} />
    )
  if (field === 'address') return <Textarea {...props} autosize minRows={2} />
  if (field === 'birthDate') return <TextInput {...props} type="date" />
  return <TextInput {...props} type={field.toLowerCase().includes('phone') ? 'tel' : 'text'} />
}

/** A country in the phone's own picker. */
function CountryField(props: { label: string }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  const data = countryCodes
    .map((code) => ({ value: code, label: format.country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return <NativeSelect {...props} data={[{ value: '', label: t('people:choose') }, ...data]} />
}
