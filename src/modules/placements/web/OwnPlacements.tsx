import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import { isFirm } from '../placement-steps.rules.ts'
import type { OwnPlacement } from './placement-answers.ts'
import { useInterviewWords, usePeriod } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import classes from './placements.module.css'

const OwnAnswer = lazy(() => import('./OwnAnswer.tsx'))
const OwnWishes = lazy(() => import('#modules/matching/web/profile/OwnWishes.tsx'))
const OwnProfile = lazy(() => import('./OwnProfile.tsx'))

interface OwnPlacementsProps {
  mobility: string
  /** Nothing is to be decided any more. */
  over: boolean
  /** A guardian reads of this minor. */
  minor: string | null
  className: string
  heading: string
}

/** A participant's companies on the phone: which, where it stands, the interview, and whose yes is asked. */
export default function OwnPlacements({ mobility, over, minor, className, heading }: OwnPlacementsProps) {
  const { t } = useTranslation(['placements', 'participant'])
  const [open, setOpen] = useState<'profile' | 'wishes' | null>(null)
  const [saved, setSaved] = useState(false)
  const items = useApi('GET /me/mobilities/:mobility/placements', { params: { mobility } }).data?.items
  if (!items) return null
  const words = (key: 'none' | 'write' | 'wishes' | 'wishesSaved'): string =>
    minor ? t(`placements:minor.${key}`, { name: minor }) : t(`placements:own.${key}`)
  if (over && items.length === 0) return null
  return (
    <section className={className}>
      <h3 className={heading}>
        {minor ? t('placements:minor.title', { name: minor }) : t('participant:placement')}
      </h3>
      {items.length === 0 && <p className={classes.quiet}>{words('none')}</p>}
      {items.map((one) => (
        <One key={one.id} placement={one} mobility={mobility} minor={minor} />
      ))}
      {saved && open === null && (
        <p role="status" className={classes.note}>
          {words('wishesSaved')}
        </p>
      )}
      {!over && open === null && (
        <div className={classes.thumb}>
          {!items.some(({ step }) => isFirm(step)) && (
            <Button variant="default" size="md" onClick={() => setOpen('wishes')}>
              {words('wishes')}
            </Button>
          )}
          <Button variant="default" size="md" onClick={() => setOpen('profile')}>
            {words('write')}
          </Button>
        </div>
      )}
      <Suspense>
        {open === 'profile' && <OwnProfile mobility={mobility} minor={minor} onClose={() => setOpen(null)} />}
        {open === 'wishes' && (
          <OwnWishes
            mobility={mobility}
            minor={minor}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setSaved(true)
              setOpen(null)
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

interface OneProps {
  placement: OwnPlacement
  mobility: string
  minor: string | null
}

/** Steps whose meaning speaks of the person. */
const personal: readonly string[] = ['interview', 'accepted', 'confirmed', 'ended']

function One({ placement: one, mobility, minor }: OneProps) {
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
      <p className={classes.quiet}>
        {minor && personal.includes(one.step)
          ? t(`placements:minor.meaning.${one.step}`, { name: minor })
          : t(`placements:ownMeaning.${one.step}`)}
      </p>
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
          {minor
            ? t('placements:minor.tutor', { name: minor, tutor: one.tutor.name })
            : t('placements:own.tutor', { name: one.tutor.name })}{' '}
          {one.tutor.phone && <PhoneLink number={one.tutor.phone} />}
        </p>
      )}
      {one.tasks && <p className={classes.words}>{one.tasks}</p>}
      {one.objection && (
        <p className={classes.note}>
          {t(minor ? 'placements:minor.objected' : 'placements:own.objected', { words: one.objection })}
        </p>
      )}
      {one.approval === 'guardian' && <p className={classes.note}>{t('placements:own.guardian')}</p>}
      {one.approval === 'yours' && (
        <Suspense>
          <OwnAnswer placement={one} mobility={mobility} guardian={minor !== null} />
        </Suspense>
      )}
    </div>
  )
}
