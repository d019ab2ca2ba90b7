import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languages } from '#shared/languages.ts'

interface InviteFieldsProps {
  /** `getInputProps` of a form with email, name, language and message. */
  inputProps: (field: 'email' | 'name' | 'language' | 'message') => object
}

/** Whom to invite, in which language, with which words. */
export function InviteFields({ inputProps }: InviteFieldsProps) {
  const { t } = useTranslation('organisations')
  const data = [
    { value: '', label: t('organisations:invite.sameLanguage') },
    ...languages.map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <>
      <TextInput
        type="email"
        label={t('organisations:field.email')}
        required
        data-autofocus
        {...inputProps('email')}
      />
      <TextInput label={t('organisations:invite.name')} {...inputProps('name')} />
      <NativeSelect label={t('organisations:field.language')} data={data} {...inputProps('language')} />
      <Textarea
        label={t('organisations:invite.message')}
        description={t('organisations:invite.messageText')}
        autosize
        minRows={2}
        maxLength={1000}
        {...inputProps('message')}
      />
    </>
  )
}

/** An empty form of these fields. */
export const emptyInvite = { email: '', name: '', language: '', message: '' }
