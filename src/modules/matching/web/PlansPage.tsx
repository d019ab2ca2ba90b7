import { Badge } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { NewPlanDialog } from './NewPlanDialog.tsx'
import { useStanding } from './use-standing.ts'

/** The plans of who works where. */
export default function PlansPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('matching')
  const format = useFormat()
  const may = useMay()
  const standing = useStanding()
  const [making, setMaking] = useState(false)
  const plans = usePages('GET /organisations/:organisation/match-plans', {
    params: { organisation },
    query: {},
  })
  const make = (
    <ReasonButton
      whyNot={may('mobilities.edit') ? null : t('matching:coordinatorsOnly')}
      onClick={() => setMaking(true)}
    >
      {t('matching:new')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('matching:title')} description={t('matching:text')} actions={make} />
      {plans.loading && <SkeletonRows />}
      <ProblemNote problem={plans.problem} retry={plans.retry} />
      {!plans.loading && !plans.problem && plans.rows.length === 0 && (
        <EmptyState title={t('matching:emptyTitle')} text={t('matching:emptyText')} action={make} />
      )}
      {plans.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('matching:plan')}</th>
                <th scope="col">{t('matching:state.title')}</th>
                <th scope="col" className={tables.number}>
                  {t('matching:placed')}
                </th>
                <th scope="col">{t('matching:proof')}</th>
                <th scope="col">{t('matching:made')}</th>
              </tr>
            </thead>
            <tbody>
              {plans.rows.map((plan) => (
                <tr key={plan.id}>
                  <td>
                    <Link to={paths.matchPlan(organisation, plan.id)} className={tables.name}>
                      {plan.name}
                    </Link>{' '}
                    {plan.repairs && <Badge variant="light">{t('matching:repair')}</Badge>}
                  </td>
                  <td>{t(`matching:state.${plan.state}`)}</td>
                  <td className={tables.number}>
                    {plan.placed !== null &&
                      t('matching:placedOf', {
                        placed: format.number(plan.placed),
                        people: format.number(plan.people),
                      })}
                  </td>
                  <td>{standing(plan)}</td>
                  <td>
                    {format.date(plan.createdAt.slice(0, 10))} · {plan.createdBy}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={plans} />
      {making && <NewPlanDialog organisation={organisation} onClose={() => setMaking(false)} />}
    </>
  )
}
