import { Alert, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import type { DeclarationValues } from './DeclareDialog.tsx'
import type { Journey } from './journey-answers.ts'
import classes from './journeys.module.css'
import proofClasses from './proofs.module.css'

const DeclareDialog = lazy(() => import('./DeclareDialog.tsx'))

interface GreenDeclarationProps {
  journey: Journey
  /** The sender writes down what was signed on paper; participants and guardians state it themselves. */
  onPaper?: { keepPaper: (form: FormData) => Promise<{ id: string; name: string }> }
  declare: (values: DeclarationValues) => Promise<unknown>
  takeBack: (onDone: () => void) => void
  busy: boolean
  problem: unknown
  onDone: () => void
}

/** The statement on honour that the main part of the way is green: what was stated and by whom, or the way to state it. */
export function GreenDeclaration({ journey, onPaper, ...props }: GreenDeclarationProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const [asking, setAsking] = useState<'declare' | 'take-back' | null>(null)
  const { declaration, green, proofs, whyNotDeclare } = journey
  // Where the legs say that too little is green, the share above says so and nobody is asked to state it.
  if (!declaration && whyNotDeclare) return null
  const mayTakeBack = declaration !== null && journey.mayEdit && declaration.onPaper === Boolean(onPaper)
  return (
    <div className={proofClasses.declaration}>
      {declaration ? (
        <>
          <p>
            {t(declaration.onPaper ? 'journeys:declaration.onPaper' : 'journeys:declaration.stated', {
              by: declaration.by,
              day: format.date(declaration.at.slice(0, 10)),
              means: format.list(declaration.means.map((one) => t(`journeys:means.${one}`))),
            })}
          </p>
          {declaration.note && <p className={classes.text}>{declaration.note}</p>}
          {green.green === false && <Alert color="yellow">{t('journeys:declaration.legsSayOther')}</Alert>}
          {proofs.length === 0 && (
            <p className={classes.quiet}>
              {t(onPaper ? 'journeys:declaration.noProof' : 'journeys:declaration.bringProof')}
            </p>
          )}
        </>
      ) : (
        <p className={classes.quiet}>
          {t(onPaper ? 'journeys:declaration.noneYet' : 'journeys:declaration.why', {
            from: format.percent(green.from),
          })}
        </p>
      )}
      {mayTakeBack && (
        <div>
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking('take-back')}>
            {t('journeys:declaration.takeBack')}
          </Button>
        </div>
      )}
      {!declaration && journey.mayEdit && (
        <div>
          <Button
            variant="default"
            {...(onPaper ? { size: 'xs' } : { fullWidth: true, mih: 44 })}
            onClick={() => setAsking('declare')}
          >
            {t(onPaper ? 'journeys:declaration.writeDown' : 'journeys:declaration.state')}
          </Button>
        </div>
      )}
      <ProblemNote problem={props.problem} />
      <Suspense>
        {asking === 'declare' && (
          <DeclareDialog
            journey={journey}
            {...(onPaper ? { onPaper } : {})}
            send={props.declare}
            onClose={() => setAsking(null)}
            onDone={props.onDone}
          />
        )}
      </Suspense>
      <ConfirmDialog
        opened={asking === 'take-back'}
        title={t('journeys:declaration.takeBackTitle')}
        confirm={t('journeys:declaration.takeBack')}
        danger
        busy={props.busy}
        onConfirm={() => props.takeBack(() => setAsking(null))}
        onClose={() => setAsking(null)}
      >
        <p className={classes.text}>{t('journeys:declaration.takeBackText')}</p>
      </ConfirmDialog>
    </div>
  )
}
