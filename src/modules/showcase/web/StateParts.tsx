import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { When } from '#web/i18n/When.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { SavingState, type Saving } from '#web/layout/SavingState.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { exampleDates, exampleDay } from './example-line.ts'
import classes from './PartsPage.module.css'

const savings: readonly Saving[] = ['saved', 'saving', 'unsaved', 'failed']
const offline = new ApiProblem({ type: 'about:blank', title: 'Offline', status: 0, code: 'unavailable' })

/** Empty, loading, broken, saving; days as people say them. */
export function StateParts() {
  const { t } = useTranslation(['showcase', 'web'])
  return (
    <>
      <Section title={t('showcase:empty')}>
        <EmptyState
          title={t('showcase:emptyTitle')}
          text={t('showcase:emptyText')}
          action={<Button>{t('showcase:main')}</Button>}
        />
      </Section>
      <Section title={t('web:state.loading')}>
        <SkeletonRows rows={4} />
      </Section>
      <Section title={t('showcase:problem')}>
        <ProblemNote problem={offline} retry={() => undefined} />
      </Section>
      <Section title={t('showcase:saving')}>
        <div className={classes.row}>
          {savings.map((state) => (
            <SavingState key={state} state={state} />
          ))}
          <When day={exampleDates.departure} today={exampleDay} />
          <When day={exampleDates.departure} today="2026-11-01" />
        </div>
      </Section>
    </>
  )
}
