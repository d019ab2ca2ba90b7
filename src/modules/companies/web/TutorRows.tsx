import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './companies.module.css'
import { noTutor, type TutorValues } from './tutor-values.ts'

interface TutorRowsProps<V extends { tutors: TutorValues[] }> {
  /** The form whose `tutors` these are. */
  form: UseFormReturnType<V>
  /** The first name gets the focus. */
  first?: boolean
}

/** Who looks after trainees at a company, one a line. */
export function TutorRows<V extends { tutors: TutorValues[] }>({ form, first }: TutorRowsProps<V>) {
  const { t } = useTranslation('companies')
  const { tutors } = form.getValues()
  const field = (at: number, name: keyof TutorValues) => ({
    label: t(`companies:tutor.${name}`),
    ...form.getInputProps(`tutors.${at}.${name}`),
  })
  return (
    <fieldset className={classes.tutors}>
      <legend>{t('companies:field.tutors')}</legend>
      {tutors.map((tutor, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place
        <div key={at} className={classes.tutor}>
          <TextInput {...field(at, 'name')} {...(first && at === 0 ? { 'data-autofocus': true } : {})} />
          <TextInput {...field(at, 'phone')} type="tel" />
          <TextInput {...field(at, 'email')} type="email" />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('companies:tutor.remove', { name: tutor.name })}
            onClick={() => form.removeListItem('tutors', at)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {tutors.length < 30 && (
        <Button variant="default" size="xs" onClick={() => form.insertListItem('tutors', noTutor as never)}>
          {t('companies:tutor.add')}
        </Button>
      )}
    </fieldset>
  )
}
