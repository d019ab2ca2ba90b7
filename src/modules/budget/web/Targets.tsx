import { Button, VisuallyHidden } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Budget, Target } from './budget-answers.ts'

const TargetDialog = lazy(() => import('./TargetDialog.tsx'))
const ObjectivesDialog = lazy(() => import('./ObjectivesDialog.tsx'))

const measures = ['participants', 'days', 'fewerOpportunities', 'blended', 'green', 'accompanying'] as const

/** What the application promised against what is there. */
export function Targets({ budget, organisation }: { budget: Budget; organisation: string }) {
  const { t } = useTranslation(['budget', 'mobilities'])
  const may = useMay()
  const format = useFormat()
  const [dialog, setDialog] = useState<{ target: Target | null } | 'objectives' | null>(null)
  const remove = useApiMutation('DELETE /organisations/:organisation/projects/:project/targets/:target', {
    invalidates: ['GET /organisations/:organisation/projects/:project/budget'],
  })
  const edit = may('money.edit')
  const against = (actual: number, target: number) => `${format.number(actual)} / ${format.number(target)}`
  const objectiveOf = new Map(budget.objectives.map(({ key, text }) => [key, text]))
  return (
    <Section
      title={t('budget:targets.title')}
      actions={
        edit && (
          <>
            <Button size="xs" variant="subtle" onClick={() => setDialog('objectives')}>
              {t('budget:targets.objectives')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDialog({ target: null })}>
              {t('budget:targets.add')}
            </Button>
          </>
        )
      }
    >
      <ProblemNote problem={remove.error} />
      {budget.targets.length === 0 ? (
        <p className={tables.quiet}>{t('budget:targets.none')}</p>
      ) : (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('budget:targets.of')}</th>
                {measures.map((key) => (
                  <th key={key} scope="col" className={tables.number}>
                    {t(`budget:targets.${key}`)}
                  </th>
                ))}
                <th scope="col">{t('budget:targets.serves')}</th>
                {edit && (
                  <th scope="col">
                    <VisuallyHidden>{t('budget:targets.edit')}</VisuallyHidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {budget.targets.map((target) => (
                <tr key={target.id}>
                  <td>{target.flow?.name ?? t(`mobilities:activityType.${target.activityType}`)}</td>
                  {measures.map((key) => (
                    <td key={key} className={tables.number}>
                      {against(target.actual[key], target[key])}
                    </td>
                  ))}
                  <td>{target.objectives.flatMap((key) => objectiveOf.get(key) ?? []).join(' · ')}</td>
                  {edit && (
                    <td className={tables.number}>
                      <Button size="compact-xs" variant="subtle" onClick={() => setDialog({ target })}>
                        {t('budget:targets.change')}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        onClick={() =>
                          remove.mutate({
                            params: { organisation, project: budget.project.id, target: target.id },
                          })
                        }
                      >
                        {t('budget:targets.remove')}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Suspense>
        {dialog === 'objectives' && (
          <ObjectivesDialog budget={budget} organisation={organisation} onClose={() => setDialog(null)} />
        )}
        {dialog !== null && dialog !== 'objectives' && (
          <TargetDialog
            budget={budget}
            target={dialog.target}
            organisation={organisation}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </Section>
  )
}
