import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { paths } from '#web/paths.ts'
import type { Repair } from './placement-answers.ts'
import classes from './placements.module.css'

/** Places are open again: one button makes the plan that finds others and moves as few people as possible. */
export function RepairNote({
  organisation,
  repair,
  name,
}: {
  organisation: string
  repair: Repair
  /** Whose places were lost, for the plan's name. */
  name: string
}) {
  const { t } = useTranslation('placements')
  const navigate = useNavigate()
  const make = useApiMutation('POST /organisations/:organisation/match-plans', {
    invalidates: ['GET /organisations/:organisation/match-plans'],
    onDone: (plan) => void navigate(paths.matchPlan(organisation, plan.id)),
  })
  return (
    <div className={classes.note} data-look="warn" role="status">
      <p style={{ margin: '0 0 8px' }}>{t('placements:repair.text')}</p>
      <ProblemNote problem={make.error} />
      <Button
        size="compact-md"
        loading={make.isPending}
        onClick={() =>
          make.mutate({
            params: { organisation },
            body: {
              name: t('placements:repair.name', { name }).slice(0, 200),
              flowIds: repair.flowIds.slice(0, 50),
              without: repair.positionIds,
              ...(repair.planId ? { repairs: repair.planId } : {}),
            },
          })
        }
      >
        {t('placements:repair.action')}
      </Button>
    </div>
  )
}
