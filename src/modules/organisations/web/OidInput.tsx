import { TextInput, type TextInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { whyNotOid } from '../oid.rules.ts'

interface OidInputProps extends TextInputProps {
  value: string
}

/** An OID, checked while one types: what is wrong with it in words, and when it is right. */
export function OidInput({ value, error, ...input }: OidInputProps) {
  const { t } = useTranslation('organisations')
  const why = value ? whyNotOid(value) : null
  // Somebody who is still typing is told how many are missing, not that it is wrong.
  const typing = why === 'too-few'
  const right = value !== '' && why === null
  return (
    <TextInput
      label={t('organisations:field.oid')}
      description={t(
        right ? 'organisations:oid.right' : typing ? 'organisations:oid.too-few' : 'organisations:oid.hint',
      )}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="E10012345"
      autoComplete="off"
      spellCheck={false}
      value={value}
      error={error ?? (why && !typing ? t(`organisations:oid.${why}`) : undefined)}
      {...input}
    />
  )
}
