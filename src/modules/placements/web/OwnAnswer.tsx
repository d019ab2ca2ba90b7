import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import type { OwnPlacement } from './placement-answers.ts'
import classes from './placements.module.css'

/** "Yes, I take it", or what is wrong. */
export default function OwnAnswer({
  placement,
  mobility,
  guardian,
}: {
  placement: OwnPlacement
  mobility: string
  /** The yes of a guardian, for the minor. */
  guardian: boolean
}) {
  const { t } = useTranslation(['placements', 'web', 'tutor-links'])
  const [wrong, setWrong] = useState(false)
  const [words, setWords] = useState('')
  const answer = useApiMutation('POST /me/mobilities/:mobility/placements/:placement/approval', {
    invalidates: [
      'GET /me/mobilities/:mobility/placements',
      'GET /me/mobilities',
      'GET /me/mobilities/:mobility',
    ],
    onDone: () => setWrong(false),
  })
  const params = { mobility, placement: placement.id }
  return (
    <div className={classes.thumb}>
      <ProblemNote problem={answer.error} />
      {wrong ? (
        <>
          <Textarea
            size="lg"
            autosize
            minRows={3}
            maxLength={1000}
            label={t('placements:own.whatIsWrong')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button
            size="lg"
            disabled={!words.trim()}
            loading={answer.isPending}
            onClick={() => answer.mutate({ params, body: { yes: false, words: words.trim() } })}
          >
            {t('tutor-links:page.send')}
          </Button>
          <Button size="lg" variant="default" onClick={() => setWrong(false)}>
            {t('web:action.back')}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="lg"
            loading={answer.isPending}
            onClick={() => answer.mutate({ params, body: { yes: true } })}
          >
            {t(guardian ? 'placements:minor.yes' : 'placements:own.yes')}
          </Button>
          <Button size="lg" variant="default" onClick={() => setWrong(true)}>
            {t('placements:own.no')}
          </Button>
        </>
      )}
    </div>
  )
}
