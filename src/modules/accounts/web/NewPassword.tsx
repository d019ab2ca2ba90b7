import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './accounts.module.css'

interface NewPasswordProps extends PasswordInputProps {
  value: string
  /** Words that make it easy to guess: the person's name, address, organisation. */
  known?: readonly string[]
}

/** A new password, with what it is worth in words and as a bar while one types. */
export function NewPassword({ known = [], ...input }: NewPasswordProps) {
  const { t } = useTranslation('accounts')
  const strength = useStrength(input.value, known)
  const words = strength === null ? t('accounts:password.hint') : t(`accounts:password.${strength}`)
  return (
    <div>
      <PasswordInput autoComplete="new-password" required {...input} />
      {input.value !== '' && (
        <div className={classes.strength} data-strength={strength ?? 'none'} aria-hidden="true">
          <span />
        </div>
      )}
      <p className={classes.hint} role="status">
        {words}
      </p>
    </div>
  )
}

type Strength = 'short' | 'guessable' | 'good' | 'strong'

function useStrength(password: string, known: readonly string[]): Strength | null {
  const [asked] = useDebouncedValue(password, 150)
  const words = known.join(' ')
  const [strength, setStrength] = useState<Strength | null>(null)
  useEffect(() => {
    let current = true
    const weigh = async (): Promise<void> => {
      const answer = await judge(asked, words)
      if (current) setStrength(answer)
    }
    void weigh()
    return () => {
      current = false
    }
  }, [asked, words])
  return strength
}

async function judge(password: string, words: string): Promise<Strength | null> {
  if (password === '') return null
  if (password.length < 10) return 'short'
  const { strengthOf } = await import('./password-strength.ts')
  const score = strengthOf(password, [words])
  if (score < 2) return 'guessable'
  return score < 4 ? 'good' : 'strong'
}
