import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EndpointKey } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FoldButton } from '#web/parts/FoldButton.tsx'
import type { bodyOf, FormAct } from './act-values.ts'
import { ViewLines } from './CompanyViewCard.tsx'
import type { Offered } from './placement-answers.ts'
import { useInterviewWords, usePeriod } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import classes from './placements.module.css'

const OfferedForm = lazy(() => import('./OfferedForm.tsx'))

/** What a company can answer, as the form knows it. */
export type OfferedAct = Exclude<FormAct, 'confirm'>
export type OfferedBody = Exclude<ReturnType<typeof bodyOf>, { do: 'confirm' | 'send' | 'approve' }>

export interface OfferedCardProps {
  placement: Offered
  send: (body: OfferedBody) => Promise<unknown>
  reads: readonly EndpointKey[]
  openCv: () => void
  /** Open from the start; told where there are many, which then open and close under their names. */
  begins?: boolean
}

/** Somebody whom a company was asked to take: who it is, when, and three large buttons. */
export function OfferedCard({ placement, openCv, begins, ...form }: OfferedCardProps) {
  const { t } = useTranslation(['placements', 'tutor-links'])
  const format = useFormat()
  const period = usePeriod()
  const interview = useInterviewWords()
  const [open, setOpen] = useState<OfferedAct | null>(null)
  const [chosen, choose] = useState<boolean | null>(null)
  const shown = chosen ?? begins ?? true
  const { profile } = placement
  const name = [profile?.givenName, placement.familyName].filter(Boolean).join(' ')
  const can = (act: OfferedAct): boolean => placement.acts.some((one) => one.act === act)
  const waiting = placement.step === 'sent' || placement.step === 'interview'
  return (
    <section className={classes.card} aria-labelledby={`offered-${placement.id}`}>
      <h2 className={classes.name}>
        {begins === undefined ? (
          <span id={`offered-${placement.id}`}>{name}</span>
        ) : (
          <FoldButton open={shown} onToggle={choose} labelId={`offered-${placement.id}`} label={name} />
        )}
      </h2>
      <p className={classes.strong}>{period(placement)}</p>
      <p>
        <StepBadge step={placement.step} />
      </p>
      {shown && (
        <>
          <p className={classes.quiet}>
            {[
              t('placements:offered.from', { from: placement.from }),
              placement.position,
              placement.share < 100 && t('placements:shareOf', { share: placement.share }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {profile && <ViewLines view={profile} />}
          {profile?.field && (
            <p className={classes.quiet}>{t('placements:fieldIs', { field: profile.field })}</p>
          )}
          {placement.interview && (
            <p className={classes.note}>
              {t('placements:interview.is', { when: interview(placement.interview) })}
              {placement.interview.outcome && ` – ${placement.interview.outcome}`}
            </p>
          )}
          {!waiting && (
            <p className={classes.quiet}>
              {format.list(
                [placement.workingHours, placement.workplaceAddress].filter((one) => one !== null),
              )}
            </p>
          )}
          {profile?.hasCv && (
            <Button variant="subtle" size="compact-md" onClick={openCv}>
              {t('placements:openCv')}
            </Button>
          )}
          {open ? (
            <Suspense>
              <OfferedForm
                key={open}
                act={open}
                placement={placement}
                name={name}
                {...form}
                onClose={() => setOpen(null)}
              />
            </Suspense>
          ) : (
            <div className={classes.thumb}>
              {can('accept') && (
                <Button size="lg" onClick={() => setOpen('accept')}>
                  {t('tutor-links:page.confirm', { name: profile?.givenName ?? name })}
                </Button>
              )}
              {can('interview') && (
                <Button size="lg" variant="default" onClick={() => setOpen('interview')}>
                  {t(
                    placement.interview
                      ? 'placements:offered.otherInterview'
                      : 'placements:offered.interview',
                  )}
                </Button>
              )}
              {can('outcome') && (
                <Button size="lg" variant="default" onClick={() => setOpen('outcome')}>
                  {t('placements:offered.outcome')}
                </Button>
              )}
              {can('refuse') && (
                <Button size="lg" variant="default" onClick={() => setOpen('refuse')}>
                  {t('tutor-links:page.decline')}
                </Button>
              )}
              {can('withdraw') && (
                <Button size="lg" variant="default" onClick={() => setOpen('withdraw')}>
                  {t('placements:offered.withdraw')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  )
}
