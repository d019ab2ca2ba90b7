import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Facts } from '#modules/mobilities/web/Facts.tsx'
import { apiPath } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { CompanyViewCard } from './CompanyViewCard.tsx'
import { History } from './History.tsx'
import { PlacementActs } from './PlacementActs.tsx'
import type { Placement } from './placement-answers.ts'
import { useInterviewWords, usePeriod, useReason } from './placement-words.ts'
import { StepBadge } from './StepBadge.tsx'
import { Turns } from './Turns.tsx'
import classes from './placements.module.css'

const PlacementProfileDialog = lazy(() => import('#modules/matching/web/profile/PlacementProfileDialog.tsx'))

interface PlacementDetailProps {
  organisation: string
  id: string
  onClose: () => void
}

/** One placement beside the list: who, where, what is next, what the company sees, what has happened. */
export default function PlacementDetail({ organisation, id, onClose }: PlacementDetailProps) {
  const { t } = useTranslation(['placements', 'web', 'matching'])
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const read = useApi('GET /organisations/:organisation/placements/:placement', {
    params: { organisation, placement: id },
  })
  const one = read.data
  return (
    <aside className={classes.panel} aria-label={one?.participant ?? t('placements:one')}>
      <ActionIcon
        className={classes.close}
        variant="subtle"
        color="gray"
        aria-label={t('web:action.close')}
        onClick={onClose}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={6} height={44} />}
      {one && (
        <>
          <h2 className={classes.panelTitle}>{one.participant}</h2>
          <p className={classes.quiet}>{one.company.name}</p>
          <div className={classes.row}>
            <StepBadge step={one.step} />
            <Turns turns={one.turns} since={one.since} />
          </div>
          <PlacementLines placement={one} />
          <PlacementActs
            key={one.id}
            organisation={organisation}
            placement={one}
            mayEdit={may('mobilities.edit')}
          />
          <div className={classes.buttons}>
            <Button
              component={Link}
              to={paths.mobility(organisation, one.mobility.id)}
              variant="default"
              size="compact-md"
            >
              {t('placements:openRecord')}
            </Button>
            {may('mobilities.edit') && (
              <Button variant="default" size="compact-md" onClick={() => setEditing(true)}>
                {t('matching:profile.title')}
              </Button>
            )}
          </div>
          <h3 className={classes.panelSub}>{t('placements:companySees')}</h3>
          <CompanyViewCard view={one.view} />
          {one.view.hasCv && (
            <Anchor
              size="sm"
              href={apiPath('GET /organisations/:organisation/mobilities/:mobility/cv', {
                params: { organisation, mobility: one.mobility.id },
              })}
            >
              {t('placements:openCv')}
            </Anchor>
          )}
          <h3 className={classes.panelSub}>{t('placements:history')}</h3>
          <History events={one.history} />
          <Suspense>
            {editing && (
              <PlacementProfileDialog
                organisation={organisation}
                mobility={one.mobility.id}
                name={one.participant}
                onClose={() => setEditing(false)}
              />
            )}
          </Suspense>
        </>
      )}
    </aside>
  )
}

/** The facts of a placement that are known. */
export function PlacementLines({ placement: one }: { placement: Placement }) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const period = usePeriod()
  const interview = useInterviewWords()
  const reason = useReason()
  const why = reason(one)
  const tutor = one.tutor && [one.tutor.name, one.tutor.phone, one.tutor.email].filter(Boolean).join(' · ')
  const lines = [
    { label: t('placements:days'), value: period(one) },
    ...(one.share < 100 ? [{ label: t('placements:share'), value: format.percent(one.share / 100) }] : []),
    ...(one.position ? [{ label: t('placements:position'), value: one.position.title }] : []),
    ...(one.workingHours ? [{ label: t('placements:hours'), value: one.workingHours }] : []),
    ...(one.workplaceAddress ? [{ label: t('placements:address'), value: one.workplaceAddress }] : []),
    ...(tutor ? [{ label: t('placements:tutor'), value: tutor }] : []),
    ...(one.interview
      ? [{ label: t('placements:interview.title'), value: interview(one.interview), wide: true }]
      : []),
    ...(one.interview?.outcome
      ? [{ label: t('placements:interview.outcome'), value: one.interview.outcome, wide: true }]
      : []),
    ...(['accepted', 'approved', 'confirmed'].includes(one.step)
      ? [
          {
            label: t('placements:approvals'),
            value: format.list([
              t(one.approvals.sender ? 'placements:yesOf.sending' : 'placements:waitsOf.sending'),
              t(
                one.approvals.participant
                  ? `placements:yesOf.${one.approvals.by}`
                  : `placements:waitsOf.${one.approvals.by}`,
              ),
            ]),
            wide: true,
          },
        ]
      : []),
    ...(why ? [{ label: t('placements:why'), value: why, wide: true }] : []),
  ]
  return (
    <>
      {one.objection && (
        <p className={classes.note} data-look="warn">
          <strong>{t('placements:objection')}</strong> {one.objection}
        </p>
      )}
      <Facts lines={lines} />
    </>
  )
}
