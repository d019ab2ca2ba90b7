import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { authPost } from './auth-api.ts'
import classes from './accounts.module.css'

interface DemoSignInsProps {
  people: readonly { role: string; email: string; password: string }[]
  onEntered: () => void
}

/** In a demo: who one can be, each one click away. */
export function DemoSignIns({ people, onEntered }: DemoSignInsProps) {
  const { t } = useTranslation('accounts')
  const [problem, setProblem] = useState<unknown>(null)
  const enter = async (email: string, password: string): Promise<void> => {
    setProblem(null)
    try {
      await authPost('/sign-in/email', { email, password })
      onEntered()
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <section className={classes.form} aria-labelledby="demo">
      <h2 id="demo" className={classes.text}>
        {t('accounts:demo.title')}
      </h2>
      <p className={classes.quiet}>{t('accounts:demo.text')}</p>
      <ul className={classes.cards}>
        {people.map(({ role, email, password }) => (
          <li key={email}>
            <button type="button" className={classes.card} onClick={() => void enter(email, password)}>
              <strong>{t(`accounts:demo.${role}`, { defaultValue: role })}</strong>
              <span>{t(`accounts:demo.${role}Text`, { defaultValue: email })}</span>
            </button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      <p className={classes.or}>{t('accounts:demo.or')}</p>
    </section>
  )
}
