import { Anchor, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import type { OwnPlacement } from './placement-answers.ts'
import { useInterviewWords, usePeriod } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import classes from './placements.module.css'

const OwnAnswer = lazy(() => import('./OwnAnswer.tsx'))
const OwnProfile = lazy(() => import('./OwnProfile.tsx'))

interface OwnPlacementsProps {
  mobility: string
  /** Nothing is to be decided any more. */
  over: boolean
  className: string
  heading: string
}

/** A participant's companies on the phone: which, where it stands, the interview, and whose yes is asked. */
export default function OwnPlacements({ mobility, over, className, heading }: OwnPlacementsProps) {
  const { t } = useTranslation(['placements', 'participant'])
  const [writing, setWriting] = useState(false)
  const items = useApi('GET /me/mobilities/:mobility/placements', { params: { mobility } }).data?.items
  if (!items) return null
  if (over && items.length === 0) return null
  return (
    <section className={className}>
      <h3 className={heading}>{t('participant:placement')}</h3>
      {items.length === 0 && <p className={classes.quiet}>{t('placements:own.none')}</p>}
      {items.map((one) => (
        <One key={one.id} placement={one} mobility={mobility} />
      ))}
      {!over && !writing && (
        <div className={classes.thumb}>
          <Button variant="default" size="md" onClick={() => setWriting(true)}>
            {t('placements:own.write')}
          </Button>
        </div>
      )}
      <Suspense>{writing && <OwnProfile mobility={mobility} onClose={() => setWriting(false)} />}</Suspense>
    </section>
  )
}

function One({ placement: one, mobility }: { placement: OwnPlacement; mobility: string }) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const period = usePeriod()
  const interview = useInterviewWords()
  const place = [one.company.town, one.company.country && format.country(one.company.country)]
    .filter(Boolean)
    .join(', ')
  return (
    <div className={classes.one}>
      <p className={classes.strong} style={{ margin: 0 }}>
        {one.company.name}
      </p>
      <p className={classes.quiet}>{[one.position, place].filter(Boolean).join(' · ')}</p>
      <p style={{ margin: '6px 0' }}>
        <StepBadge step={one.step} />
      </p>
      <p className={classes.quiet}>{t(`placements:ownMeaning.${one.step}`)}</p>
      <p style={{ margin: '6px 0' }}>{period(one)}</p>
      {one.interview && (
        <p className={classes.note}>{t('placements:interview.is', { when: interview(one.interview) })}</p>
      )}
      {one.workingHours && (
        <p style={{ margin: '4px 0' }}>{t('placements:own.hours', { hours: one.workingHours })}</p>
      )}
      {one.workplaceAddress && <p style={{ margin: '4px 0' }}>{one.workplaceAddress}</p>}
      {one.tutor && (
        <p style={{ margin: '4px 0' }}>
          {t('placements:own.tutor', { name: one.tutor.name })}{' '}
          {one.tutor.phone && (
            <Anchor underline="always" href={`tel:${one.tutor.phone}`}>
              {one.tutor.phone}
            </Anchor>
          )}
        </p>
      )}
      {one.tasks && <p className={classes.words}>{one.tasks}</p>}
      {one.objection && (
        <p className={classes.note}>{t('placements:own.objected', { words: one.objection })}</p>
      )}
      {one.approval === 'guardian' && <p className={classes.note}>{t('placements:own.guardian')}</p>}
      {one.approval === 'yours' && (
        <Suspense>
          <OwnAnswer placement={one} mobility={mobility} />
        </Suspense>
      )}
    </div>
  )
}
