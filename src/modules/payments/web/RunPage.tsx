import { Button, FileButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { api, apiPath, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import classes from './payments.module.css'

type Run = AnswerOf<'GET /organisations/:organisation/payment-runs/:run'>
const reads = [
  'GET /organisations/:organisation/payment-runs/:run',
  'GET /organisations/:organisation/payment-runs',
  'GET /organisations/:organisation/projects/:project/payables',
  'GET /organisations/:organisation/projects/:project/budget',
] as const

/** One payment run: its payments, the files for the bank, and what came back. */
export default function RunPage() {
  const { organisation = '', run = '' } = useParams()
  const { t } = useTranslation('payments')
  const format = useFormat()
  const may = useMay()
  const read = useApi('GET /organisations/:organisation/payment-runs/:run', { params: { organisation, run } })
  const { data } = read
  const [unknown, setUnknown] = useState<string[]>([])
  return (
    <>
      <PageHeader
        title={data ? t('payments:run.title', { number: data.number }) : t('payments:title')}
        trail={[{ label: t('payments:title'), to: paths.projects(organisation) }]}
        description={
          data &&
          `${t('payments:run.sum', { count: t('payments:run.count', { count: data.payments }), total: format.money(data.total) })} · ${format.date(data.executionDate)} · ${t(`payments:run.state.${data.state}`)}`
        }
        actions={
          data &&
          data.state !== 'cancelled' &&
          may('money.edit') && (
            <RunFiles organisation={organisation} run={run} open={data.state === 'prepared'} />
          )
        }
      />
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={6} />}
      {data && (
        <div className={classes.sections}>
          {data.state === 'prepared' && may('money.edit') && (
            <Settlement organisation={organisation} run={run} onUnknown={setUnknown} />
          )}
          {unknown.length > 0 && (
            <p role="status">
              {t('payments:run.unknown', { count: unknown.length, list: format.list(unknown.slice(0, 5)) })}
            </p>
          )}
          <RunPayments organisation={organisation} run={data} />
        </div>
      )}
    </>
  )
}

/** What is paid must not be sent to the bank again. */
function RunFiles({ organisation, run, open }: { organisation: string; run: string; open: boolean }) {
  const { t } = useTranslation('payments')
  const file = (format: 'sepa' | 'csv'): string =>
    apiPath('GET /organisations/:organisation/payment-runs/:run/file', {
      params: { organisation, run },
      query: { format },
    })
  return (
    <>
      <Button component="a" href={file('csv')} variant="default">
        {t('payments:run.csv')}
      </Button>
      {open && (
        <Button component="a" href={file('sepa')}>
          {t('payments:run.sepa')}
        </Button>
      )}
    </>
  )
}

interface SettlementProps {
  organisation: string
  run: string
  /** Rows of a file that are of another run. */
  onUnknown: (rows: string[]) => void
}

function Settlement({ organisation, run, onUnknown }: SettlementProps) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const [paidOn, setPaidOn] = useState(todayHere())
  const [cancelling, setCancelling] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const settle = useApiMutation('POST /organisations/:organisation/payment-runs/:run/settlement', {
    invalidates: reads,
  })
  const bring = async (file: File | null): Promise<void> => {
    if (!file) return
    const body = new FormData()
    body.append('file', file)
    try {
      setProblem(null)
      const answer = await api('POST /organisations/:organisation/payment-runs/:run/import', {
        params: { organisation, run },
        body,
      } as never)
      await refresh(client, reads)
      const { paid, unknown: strangers } = answer as { paid: number; unknown: string[] }
      toast(t('payments:run.imported', { count: paid }))
      onUnknown(strangers)
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <Section title={t('payments:run.state.title')}>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('payments:run.paidOn')}
          value={paidOn}
          onChange={(event) => setPaidOn(event.currentTarget.value)}
        />
        <Button
          loading={settle.isPending}
          disabled={paidOn === ''}
          onClick={() => settle.mutate({ params: { organisation, run }, body: { paidOn } })}
        >
          {t('payments:run.markPaid')}
        </Button>
        <FileButton accept=".csv,text/csv" onChange={(file) => void bring(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('payments:run.import')}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" color="gray" onClick={() => setCancelling(true)}>
          {t('payments:run.cancel')}
        </Button>
      </div>
      <p className={tables.quiet}>{t('payments:run.importText')}</p>
      <ProblemNote problem={problem ?? settle.error} />
      <ConfirmDialog
        opened={cancelling}
        title={t('payments:run.cancel')}
        confirm={t('payments:run.cancel')}
        danger
        busy={settle.isPending}
        onConfirm={() => {
          settle.mutate({ params: { organisation, run }, body: { paidOn: null } })
          setCancelling(false)
        }}
        onClose={() => setCancelling(false)}
      >
        {t('payments:run.cancelText')}
      </ConfirmDialog>
    </Section>
  )
}

function RunPayments({ organisation, run }: { organisation: string; run: Run }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  return (
    <Section title={t('payments:title')}>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('payments:participant')}</th>
              <th scope="col">{t('payments:account.holder')}</th>
              <th scope="col">{t('payments:account.iban')}</th>
              <th scope="col">{t('payments:run.reference')}</th>
              <th scope="col">{t('payments:run.state.title')}</th>
              <th scope="col" className={tables.number}>
                {t('payments:run.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {run.items.map((item) => (
              <tr key={item.id}>
                <td>
                  {item.mobilityId ? (
                    <Link to={paths.mobility(organisation, item.mobilityId)}>{item.participant}</Link>
                  ) : (
                    item.participant
                  )}
                </td>
                <td>{item.holder}</td>
                <td>{item.iban}</td>
                <td>{item.reference}</td>
                <td>
                  {t(`payments:state.${item.state}`)}
                  {item.paidOn && ` · ${format.date(item.paidOn)}`}
                </td>
                <td className={tables.number}>{format.money(item.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
