import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
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
import { StaysTabs } from '../StaysTabs.tsx'
import { NewRoomPlanDialog } from './NewRoomPlanDialog.tsx'
import { useProof } from './use-proof.ts'

/** The plans of who sleeps where. */
export default function RoomPlansPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const proof = useProof()
  const [address] = useSearchParams()
  const [making, setMaking] = useState(address.has('new') || address.has('flow'))
  const plans = usePages('GET /organisations/:organisation/room-plans', {
    params: { organisation },
    query: {},
  })
  const make = (
    <ReasonButton
      whyNot={may('mobilities.edit') ? null : t('stays:coordinatorsOnly')}
      onClick={() => setMaking(true)}
    >
      {t('stays:plan.new')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader title={t('stays:plan.title')} description={t('stays:plan.text')} actions={make} />
      <StaysTabs organisation={organisation} />
      {plans.loading && <SkeletonRows />}
      <ProblemNote problem={plans.problem} retry={plans.retry} />
      {!plans.loading && !plans.problem && plans.rows.length === 0 && (
        <EmptyState title={t('stays:plan.emptyTitle')} text={t('stays:plan.emptyText')} action={make} />
      )}
      {plans.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('stays:plan.one')}</th>
                <th scope="col">{t('stays:plan.state.title')}</th>
                <th scope="col" className={tables.number}>
                  {t('stays:plan.placed')}
                </th>
                <th scope="col">{t('stays:plan.proof')}</th>
                <th scope="col">{t('stays:plan.made')}</th>
              </tr>
            </thead>
            <tbody>
              {plans.rows.map((plan) => (
                <tr key={plan.id}>
                  <td>
                    <Link to={paths.roomPlan(organisation, plan.id)} className={tables.name}>
                      {plan.name}
                    </Link>
                  </td>
                  <td>{t(`stays:plan.state.${plan.state}`)}</td>
                  <td className={tables.number}>
                    {t('stays:plan.placedOf', {
                      placed: format.number(plan.placed),
                      people: format.number(plan.people),
                    })}
                  </td>
                  <td>{proof(plan)}</td>
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
      {making && (
        <NewRoomPlanDialog
          organisation={organisation}
          flowIds={address.getAll('flow')}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
