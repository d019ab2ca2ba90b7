import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { valuesOf, type GroupValues } from './group-values.ts'
import classes from './budget.module.css'

interface ScenariosProps {
  params: { organisation: string; project: string }
  onOpen: (groups: GroupValues[]) => void
}

/** Kept scenarios side by side; one of them becomes flows. */
export function Scenarios({ params, onOpen }: ScenariosProps) {
  const { t } = useTranslation('budget')
  const may = useMay()
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/projects/:project/scenarios', { params })
  const reads = ['GET /organisations/:organisation/projects/:project/scenarios'] as const
  const remove = useApiMutation('DELETE /organisations/:organisation/projects/:project/scenarios/:scenario', {
    invalidates: reads,
  })
  const plan = useApiMutation(
    'POST /organisations/:organisation/projects/:project/scenarios/:scenario/flows',
    {
      invalidates: [
        ...reads,
        'GET /organisations/:organisation/projects/:project/budget',
        'GET /organisations/:organisation/flows',
      ],
      onDone: () => toast(t('budget:scenario.planned')),
    },
  )
  const items = read.data?.items ?? []
  return (
    <>
      <ProblemNote problem={read.error ?? remove.error ?? plan.error} />
      <div className={classes.scenarios}>
        {items.map((scenario) => {
          const { result } = scenario
          const left = Math.round((result.totals.awarded - result.totals.after) * 100) / 100
          return (
            <article key={scenario.id} className={classes.scenario}>
              <h3>{scenario.name}</h3>
              <p className={tables.quiet}>
                {t('budget:scenario.text', {
                  mobilities: format.number(result.mobilities.after),
                  total: format.money(result.totals.after),
                })}
              </p>
              <p className={left < 0 ? classes.over : tables.quiet}>
                {t(left < 0 ? 'budget:scenario.over' : 'budget:scenario.left', {
                  amount: format.money(Math.abs(left)),
                })}
              </p>
              <Group gap={4}>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => onOpen(scenario.groups.map(valuesOf))}
                >
                  {t('budget:scenario.open')}
                </Button>
                {may('flows.edit') && !scenario.madeFlows && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={plan.isPending}
                    onClick={() => plan.mutate({ params: { ...params, scenario: scenario.id }, body: {} })}
                  >
                    {t('budget:scenario.plan')}
                  </Button>
                )}
                {may('money.edit') && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    onClick={() => remove.mutate({ params: { ...params, scenario: scenario.id } })}
                  >
                    {t('budget:scenario.remove')}
                  </Button>
                )}
              </Group>
              {scenario.madeFlows && <p className={tables.quiet}>{t('budget:scenario.made')}</p>}
            </article>
          )
        })}
      </div>
    </>
  )
}
