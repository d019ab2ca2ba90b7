import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from './problem-words.ts'
import classes from './ProblemNote.module.css'

/** Says what went wrong and what to do, where it went wrong; shows nothing while there is no problem. */
export function ProblemNote({ problem, retry }: { problem: unknown; retry?: (() => void) | undefined }) {
  const { t } = useTranslation('web')
  const words = useProblemWords(problem)
  if (!words) return null
  return (
    <div className={classes.note} role="alert">
      <p className={classes.title}>{words.title}</p>
      <p className={classes.text}>{words.text}</p>
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {t('web:action.retry')}
        </Button>
      )}
    </div>
  )
}
