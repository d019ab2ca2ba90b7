import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { Section } from '#web/layout/Section.tsx'
import { AcceptAll } from './AcceptAll.tsx'
import { Counter } from './Counter.tsx'
import { BringIn } from './BringIn.tsx'
import classes from './exchange.module.css'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportResult } from './ImportResult.tsx'
import { RowList } from './RowList.tsx'
import { isRunning, type ImportRecord } from './use-import.ts'

const states = ['all', 'refused', 'to-check', 'ready', 'already-there', 'imported', 'skipped'] as const
type Shown = (typeof states)[number]

/** The rows, those that need somebody first, and the one button that brings in what is ready. */
export function RowsStep({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const left = record.refused + record.toCheck
  const settled = record.state === 'checked' || record.state === 'imported'
  return (
    <Section title={t('exchange:step.rows')}>
      <ImportProgress record={record} />
      {record.state === 'imported' && <ImportResult organisation={organisation} record={record} />}
      {settled && (
        <>
          <div className={classes.bar}>
            <span className={classes.counter} role="status">
              <Counter counts={record} />
            </span>
            <BringIn organisation={organisation} record={record} />
            {left > 0 && (
              <Button
                component="a"
                variant="default"
                href={apiPath('GET /organisations/:organisation/imports/:import/left', {
                  params: { organisation, import: record.id },
                })}
                download
              >
                {t('exchange:rows.left', { number: left })}
              </Button>
            )}
          </div>
          {left > 0 && <p className={classes.quiet}>{t('exchange:rows.leftText')}</p>}
          <AcceptAll organisation={organisation} record={record} />
          <Rows organisation={organisation} record={record} />
        </>
      )}
    </Section>
  )
}

function Rows({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const [state, setState] = useState<Shown>('all')
  const [problem, setProblem] = useState('')
  const rows = usePages(
    'GET /organisations/:organisation/imports/:import/rows',
    {
      params: { organisation, import: record.id },
      query: { state, limit: 100, ...(problem ? { problem } : {}) },
    },
    { enabled: !isRunning(record.state) },
  )
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('exchange:rows.show')}
          value={state}
          onChange={setState}
          data={states.map((value) => ({ value, label: t(`exchange:rowState.${value}`) }))}
        />
        {record.problems.length > 0 && (
          <NativeSelect
            aria-label={t('exchange:rows.problem')}
            value={problem}
            onChange={(event) => setProblem(event.currentTarget.value)}
            data={[
              { value: '', label: t('exchange:rows.anyProblem') },
              ...record.problems.map(({ code, count }) => ({
                value: code,
                label: `${t(`exchange:remark.${code}`)} (${count})`,
              })),
            ]}
          />
        )}
      </div>
      {rows.loading && <SkeletonRows />}
      <ProblemNote problem={rows.problem} retry={rows.retry} />
      {!rows.loading && rows.rows.length === 0 && <p className={classes.quiet}>{t('exchange:rows.none')}</p>}
      {rows.rows.length > 0 && <RowList organisation={organisation} record={record} pages={rows} />}
    </>
  )
}
