import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import type { Duty } from '../duties.rules.ts'
import { DutyToday } from './DutyToday.tsx'
import { HoldersDialog } from './HoldersDialog.tsx'
import classes from './organisations.module.css'

export type DutyAnswer = AnswerOf<'GET /organisations/:organisation/duties'>['items'][number]

/** Who answers for what; the first who is there has it today. */
export function Duties({ organisation }: { organisation: string }) {
  const { t } = useTranslation('organisations')
  const duties = useApi('GET /organisations/:organisation/duties', { params: { organisation } })
  const members = useApi('GET /organisations/:organisation/members', {
    params: { organisation },
    query: { limit: 200 },
  })
  const [changing, setChanging] = useState<DutyAnswer | null>(null)
  const client = useQueryClient()
  return (
    <Section title={t('organisations:duties.title')}>
      <p className={classes.quiet}>{t('organisations:duties.text')}</p>
      {duties.isPending && <SkeletonRows rows={6} />}
      <ProblemNote problem={duties.error} retry={() => void duties.refetch()} />
      {duties.data && <DutyTable duties={duties.data.items} onChange={setChanging} />}
      {changing && (
        <HoldersDialog
          duty={changing}
          members={members.data?.items ?? []}
          onClose={() => setChanging(null)}
          send={async (holders) => {
            await api('PUT /organisations/:organisation/duties/:duty', {
              params: { organisation, duty: changing.duty as Duty },
              body: { holders },
            })
            await refresh(client, [
              'GET /organisations/:organisation/duties',
              'GET /organisations/:organisation/members',
            ])
          }}
        />
      )}
    </Section>
  )
}

interface DutyTableProps {
  duties: readonly DutyAnswer[]
  onChange: (duty: DutyAnswer) => void
}

function DutyTable({ duties, onChange }: DutyTableProps) {
  const { t } = useTranslation('organisations')
  const manages = useMay()('members.manage')
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('organisations:duties.duty')}</th>
            <th scope="col">{t('organisations:duties.today')}</th>
            <th scope="col">{t('organisations:duties.order')}</th>
            {manages && <th scope="col">{t('organisations:members.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => {
            const name = t(`organisations:duty.${duty.duty}`, { defaultValue: duty.duty })
            return (
              <tr key={duty.duty}>
                <th scope="row">
                  {name}
                  <p className={classes.quiet}>
                    {t(`organisations:dutyText.${duty.duty}`, { defaultValue: '' })}
                  </p>
                </th>
                <td>
                  <DutyToday duty={duty} />
                </td>
                <td>
                  <ol className={classes.holders}>
                    {duty.holders.map((holder) => (
                      <li key={holder.id}>{holder.name}</li>
                    ))}
                  </ol>
                </td>
                {manages && (
                  <td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${t('organisations:duties.change')}: ${name}`}
                      onClick={() => onChange(duty)}
                    >
                      {t('organisations:duties.change')}
                    </Button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
