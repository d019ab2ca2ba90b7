import { useTranslation } from 'react-i18next'
import classes from './journeys.module.css'
import proofClasses from './proofs.module.css'

/** What to do when late, in the reader's language, and below what the host adds in words of its own: those are in one language only. */
export function LateWords({ text }: { text: string | null }) {
  const { t } = useTranslation('journeys')
  return (
    <>
      <p className={classes.text}>{t('journeys:late.usual')}</p>
      {text && (
        <>
          <p className={classes.quiet}>{t('journeys:late.fromHost')}</p>
          <blockquote className={proofClasses.quote}>{text}</blockquote>
        </>
      )}
    </>
  )
}
