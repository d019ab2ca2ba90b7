import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Budget } from './budget-answers.ts'
import { BudgetBreakdown } from './BudgetBreakdown.tsx'
import { BudgetItems } from './BudgetItems.tsx'
import { BudgetWarnings } from './BudgetWarnings.tsx'
import { Simulator } from './Simulator.tsx'
import { Targets } from './Targets.tsx'
import classes from './budget.module.css'

const ProjectOrders = lazy(() => import('#modules/orders/web/ProjectOrders.tsx'))

/** A project's money: what was awarded against what is planned, bound, paid and foreseen; targets; and what if. */
export default function BudgetPage() {
  const { organisation = '', project = '' } = useParams()
  const { t } = useTranslation('budget')
  const read = useApi('GET /organisations/:organisation/projects/:project/budget', {
    params: { organisation, project },
  })
  const budget = read.data
  return (
    <>
      <PageHeader
        title={t('budget:title')}
        trail={[{ label: budget?.project.title ?? '', to: paths.project(organisation, project) }]}
        description={budget?.project.code}
      />
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={8} />}
      {budget && (
        <div className={classes.sections}>
          <BudgetWarnings budget={budget} />
          <Totals budget={budget} />
          <BudgetItems budget={budget} />
          <BudgetBreakdown budget={budget} />
          <Suspense>
            <ProjectOrders
              organisation={organisation}
              project={project}
              awarded={budget.items.find(({ item }) => item === 'organisational-support')?.awarded ?? 0}
            />
          </Suspense>
          <Targets budget={budget} organisation={organisation} />
          {budget.pack && <Simulator budget={budget} organisation={organisation} />}
        </div>
      )}
    </>
  )
}

function Totals({ budget }: { budget: Budget }) {
  const { t } = useTranslation('budget')
  const format = useFormat()
  const { totals } = budget
  const shown = ['awarded', 'committed', 'planned', 'forecast', 'paid'] as const
  return (
    <Section title={t('budget:totals')}>
      <dl className={classes.tiles}>
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(`budget:column.${key}`)}</dt>
            <dd>{format.money(totals[key])}</dd>
          </div>
        ))}
      </dl>
      <p className={tables.quiet}>{t('budget:meaning', { count: budget.freePlaces })}</p>
    </Section>
  )
}
