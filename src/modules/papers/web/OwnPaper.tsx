import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api/use-api.ts'
import { todayHere, When } from '#web/i18n/When.tsx'
import { isAsked } from '../summary.rules.ts'
import { Held, Why } from './PaperFacts.tsx'
import { ownReads, type ShownPaper } from './paper-answers.ts'
import { StandingMark } from './StandingMark.tsx'
import classes from './papers.module.css'

const OwnPaperForm = lazy(() => import('./OwnPaperForm.tsx'))

/** One paper on the phone: how it stands, why it is needed, until when, and the button to hand it in. */
export function OwnPaper({ mobility, shown }: { mobility: string; shown: ShownPaper }) {
  const { t } = useTranslation('papers')
  const [entering, setEntering] = useState(false)
  const { kind, paper, standing, needed, due } = shown
  const asks = isAsked(standing)
  const forget = useApiMutation('DELETE /me/mobilities/:mobility/papers/:paper/scan', {
    invalidates: ownReads,
  })
  const byGroup = kind === 'insurance' && standing === 'fine' && !paper
  return (
    <section className={classes.phonePaper} data-ask={asks} aria-labelledby={`${kind}-${mobility}`}>
      <h3 id={`${kind}-${mobility}`} className={classes.phoneTitle}>
        {t(`papers:kind.${kind}`)}
      </h3>
      <StandingMark standing={standing} shortBy={shown.shortBy} />
      <Why paper={shown} plain />
      <Held paper={shown} />
      {paper?.numberEnding != null && (
        <p className={classes.text}>
          {t('papers:field.number')}: <span className={classes.number}>•••• {paper.numberEnding}</span>
        </p>
      )}
      {asks && due && (
        <p className={due < todayHere() ? `${classes.phoneText} ${classes.late}` : classes.phoneText}>
          {due < todayHere() ? t('papers:own.late') : t('papers:own.by')} <When day={due} />
        </p>
      )}
      {needed !== 'no' && standing !== 'not-needed' && !byGroup && (
        <Button
          size="md"
          fullWidth
          mt="sm"
          variant={asks ? 'filled' : 'default'}
          onClick={() => setEntering(true)}
        >
          {t(paper ? 'papers:own.change' : 'papers:own.enter', { paper: t(`papers:kind.${kind}`) })}
        </Button>
      )}
      {paper?.hasScan && (
        <Button
          size="md"
          fullWidth
          mt="xs"
          variant="subtle"
          loading={forget.isPending}
          onClick={() => forget.mutate({ params: { mobility, paper: kind } })}
        >
          {t('papers:scan.remove')}
        </Button>
      )}
      <Suspense>
        {entering && <OwnPaperForm mobility={mobility} shown={shown} onClose={() => setEntering(false)} />}
      </Suspense>
    </section>
  )
}
