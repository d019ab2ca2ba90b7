import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activityType } from '#modules/mobilities/activity-types.rules.ts'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { isFirm, isOpen } from '../placement-steps.rules.ts'
import { PlacementActs } from './PlacementActs.tsx'
import { PlacementLines } from './PlacementDetail.tsx'
import type { Placement } from './placement-answers.ts'
import { useReason } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import { Turns } from './Turns.tsx'
import classes from './placements.module.css'

const ProposeDialog = lazy(() => import('./ProposeDialog.tsx'))
const ProfileDialog = lazy(() => import('./ProfileDialog.tsx'))
const PlacementProfileDialog = lazy(() => import('#modules/matching/web/profile/PlacementProfileDialog.tsx'))
const LinkDialog = lazy(() => import('#modules/tutor-links/web/LinkDialog.tsx'))

type Dialog =
  | { kind: 'propose' | 'profile' | 'matching' }
  | { kind: 'second'; first: Placement }
  | { kind: 'link'; company: { id: string; name: string } }

/** The companies of a record with their steps, what is next, and who was asked before. */
export function RecordPlacements({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation(['placements', 'record', 'matching'])
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const staff = record.roles.includes('sending') || record.roles.includes('hosting')
  const read = useApi(
    'GET /organisations/:organisation/placements',
    { params: { organisation }, query: { mobility: record.id, limit: 50 } },
    { enabled: staff },
  )
  const placements = read.data?.items ?? []
  if (
    !staff ||
    (placements.length === 0 && !record.company && !activityType(record.activityType)?.workPlacement)
  )
    return null
  const open = placements
    .filter(({ step }) => isOpen(step) || step === 'ended')
    .toSorted((a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? ''))
  const before = placements.filter((one) => !open.includes(one))
  const edits = record.may.proposeCompany
  const [first] = open
  const firm = open.find(({ step }) => isFirm(step))
  return (
    <Section
      title={t('record:placement.title')}
      actions={
        <>
          <Button variant="default" size="compact-sm" onClick={() => setDialog({ kind: 'profile' })}>
            {t('placements:profile.title')}
          </Button>
          {edits && (
            <Button variant="default" size="compact-sm" onClick={() => setDialog({ kind: 'matching' })}>
              {t('matching:profile.title')}
            </Button>
          )}
          {edits && first && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setDialog({ kind: 'link', company: first.company })}
            >
              {t('record:placement.link')}
            </Button>
          )}
          {edits && open.length < 2 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setDialog(firm ? { kind: 'second', first: firm } : { kind: 'propose' })}
            >
              {firm
                ? t('placements:propose.second')
                : t(first ? 'record:placement.change' : 'record:placement.propose')}
            </Button>
          )}
        </>
      }
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={2} height={44} />}
      {!read.isPending && open.length === 0 && <p className={classes.quiet}>{t('record:placement.none')}</p>}
      {open.map((one) => (
        <div key={one.id} className={classes.one}>
          <div className={classes.head}>
            <h3 className={classes.company}>{one.company.name}</h3>
            <StepBadge step={one.step} />
          </div>
          <div className={classes.row}>
            {one.turns.length > 0 && <Turns turns={one.turns} since={one.since} />}
          </div>
          <PlacementLines placement={one} />
          <PlacementActs organisation={organisation} placement={one} mayEdit={edits} />
        </div>
      ))}
      {before.length > 0 && <Before placements={before} />}
      <Suspense>
        {dialog?.kind === 'propose' && (
          <ProposeDialog organisation={organisation} record={record} onClose={() => setDialog(null)} />
        )}
        {dialog?.kind === 'second' && (
          <ProposeDialog
            organisation={organisation}
            record={record}
            inTurnWith={dialog.first}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog?.kind === 'link' && (
          <LinkDialog organisation={organisation} company={dialog.company} onClose={() => setDialog(null)} />
        )}
        {dialog?.kind === 'matching' && (
          <PlacementProfileDialog
            organisation={organisation}
            mobility={record.id}
            name={record.participant.name}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog?.kind === 'profile' && (
          <ProfileDialog
            organisation={organisation}
            mobility={record.id}
            mayEdit={edits && record.roles.includes('sending')}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </Section>
  )
}

/** Who was asked before, and why it came to nothing. */
function Before({ placements }: { placements: readonly Placement[] }) {
  const { t } = useTranslation('placements')
  const reason = useReason()
  return (
    <div className={classes.one}>
      <h3 className={classes.company}>{t('placements:before')}</h3>
      <ul className={classes.steps}>
        {placements.map((one) => (
          <li key={one.id}>
            {one.company.name} · {t(`placements:step.${one.step}`)}
            {reason(one) && <div className={classes.quiet}>{reason(one)}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}
