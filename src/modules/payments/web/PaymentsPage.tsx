import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { Instalments } from './Instalments.tsx'
import { OwnAccount } from './OwnAccount.tsx'
import { PrepareRunDialog } from './PrepareRunDialog.tsx'
import { RunList } from './RunList.tsx'
import { Template } from './Template.tsx'
import classes from './payments.module.css'

/** A project's payments: who is paid when and what it waits for, the runs for the bank, the account, and how grants are cut. */
export default function PaymentsPage() {
  const { organisation = '', project = '' } = useParams()
  const { t } = useTranslation('payments')
  const may = useMay()
  const [preparing, setPreparing] = useState(false)
  const [asked] = useSearchParams()
  const read = useApi('GET /organisations/:organisation/projects/:project', {
    params: { organisation, project },
  })
  return (
    <>
      <PageHeader
        title={t('payments:title')}
        trail={[{ label: read.data?.title ?? '', to: paths.project(organisation, project) }]}
        description={read.data?.code}
        actions={
          may('money.edit') && <Button onClick={() => setPreparing(true)}>{t('payments:run.prepare')}</Button>
        }
      />
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      <div className={classes.sections}>
        <RunList organisation={organisation} />
        <OwnAccount organisation={organisation} />
        <Template organisation={organisation} project={project} />
        <Payables organisation={organisation} project={project} />
      </div>
      {preparing && (
        <PrepareRunDialog
          organisation={organisation}
          project={project}
          flow={asked.get('flow')}
          onClose={() => setPreparing(false)}
        />
      )}
    </>
  )
}

function Payables({ organisation, project }: { organisation: string; project: string }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 200)
  const [asked, setAsked] = useSearchParams()
  const [flow, account] = [asked.get('flow'), asked.get('account') === 'missing']
  const ask = (name: string, value: string | null): void =>
    setAsked(
      (now) => {
        if (value === null) now.delete(name)
        else now.set(name, value)
        return now
      },
      { replace: true },
    )
  const list = usePages('GET /organisations/:organisation/projects/:project/payables', {
    params: { organisation, project },
    query: {
      ...(search ? { search } : {}),
      ...(flow ? { flow } : {}),
      ...(account ? { account: 'missing' as const } : {}),
    },
  })
  return (
    <Section title={t('payments:toPay')}>
      <div className={tables.filters}>
        <TextInput
          className={tables.search}
          aria-label={t('payments:search')}
          placeholder={t('payments:search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FlowSelect
          organisation={organisation}
          project={project}
          aria-label={t('payments:run.flow')}
          placeholder={t('payments:run.flow')}
          value={flow}
          onChange={(value) => ask('flow', value)}
        />
        <Checkbox
          label={t('payments:noAccount')}
          checked={account}
          onChange={(event) => ask('account', event.currentTarget.checked ? 'missing' : null)}
        />
      </div>
      <ProblemNote problem={list.problem} />
      {list.loading && <SkeletonRows rows={5} />}
      {!list.loading && list.rows.length === 0 && <p className={tables.quiet}>{t('payments:nobody')}</p>}
      {list.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('payments:participant')}</th>
                <th scope="col">{t('payments:departure')}</th>
                <th scope="col" className={tables.number}>
                  {t('payments:total')}
                </th>
                <th scope="col">{t('payments:instalments')}</th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.mobilityId}>
                  <td>
                    <Link to={paths.mobility(organisation, row.mobilityId)}>{row.participant}</Link>
                    {row.flow && <div className={tables.quiet}>{row.flow}</div>}
                    {row.recover > 0 && (
                      <div className={classes.recover}>
                        {t('payments:recover', { amount: format.money(row.recover) })}
                      </div>
                    )}
                  </td>
                  <td>{row.departure && format.date(row.departure)}</td>
                  <td className={tables.number}>{row.total === null ? '–' : format.money(row.total)}</td>
                  <td>
                    <Instalments instalments={row.instalments} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={list} />
    </Section>
  )
}
