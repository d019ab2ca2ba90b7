import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages, type ItemOf } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { Section } from '#web/layout/Section.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import classes from './payments.module.css'

const key = 'GET /organisations/:organisation/flows/:flow/payments'
type Row = ItemOf<typeof key>
interface Params {
  organisation: string
  flow: string
}

interface FlowPaymentsProps extends Params {
  /** The project whose payments page has the flow's instalments. */
  project: string | null
}

/** What a flow's participants and its host owe or are owed beside the instalments; many are marked as paid at once. */
export function FlowPayments({ organisation, flow, project }: FlowPaymentsProps) {
  const { t } = useTranslation('payments')
  const may = useMay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = usePages(
    key,
    { params: { organisation, flow }, query: { limit: 50 } },
    { enabled: may('money.read') },
  )
  if (!may('money.read') || (list.rows.length === 0 && project === null)) return null
  const edit = may('money.edit')
  const open = list.rows.filter(({ state }) => state === 'open').map(({ id }) => id)
  const picked = open.filter((id) => chosen.has(id))
  const toggle = (id: string): void =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]))
  return (
    <Section
      title={t('payments:flow.title')}
      actions={
        project && (
          <Button
            component={Link}
            size="xs"
            variant="default"
            to={`${paths.payments(organisation, project)}?flow=${flow}`}
          >
            {t('payments:instalments')}
          </Button>
        )
      }
    >
      <ProblemNote problem={list.problem} retry={list.retry} />
      {!list.loading && list.rows.length === 0 && <p className={tables.quiet}>{t('payments:flow.none')}</p>}
      {edit && open.length > 0 && (
        <Settle params={{ organisation, flow }} ids={picked} onDone={() => setChosen(new Set())} />
      )}
      {list.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                {edit && open.length > 0 && (
                  <th scope="col">
                    <Checkbox
                      aria-label={t('payments:flow.all')}
                      checked={picked.length === open.length}
                      indeterminate={picked.length > 0 && picked.length < open.length}
                      onChange={() => setChosen(new Set(picked.length === open.length ? [] : open))}
                    />
                  </th>
                )}
                <th scope="col">{t('payments:flow.who')}</th>
                <th scope="col">{t('payments:add.kind')}</th>
                <th scope="col">{t('payments:add.due')}</th>
                <th scope="col">{t('payments:run.state.title')}</th>
                <th scope="col" className={tables.number}>
                  {t('payments:add.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={row.id}>
                  {edit && open.length > 0 && (
                    <td>
                      {row.state === 'open' && (
                        <Checkbox
                          aria-label={t('payments:flow.choose', { who: row.who })}
                          checked={chosen.has(row.id)}
                          onChange={() => toggle(row.id)}
                        />
                      )}
                    </td>
                  )}
                  <Cells row={row} organisation={organisation} />
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

function Cells({ row, organisation }: { row: Row; organisation: string }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  return (
    <>
      <td>
        {row.mobilityId ? <Link to={paths.mobility(organisation, row.mobilityId)}>{row.who}</Link> : row.who}
      </td>
      <td>
        {t(`payments:kind.${row.kind}`)}
        {row.purpose && <div className={tables.quiet}>{row.purpose}</div>}
      </td>
      <td>{row.due && format.date(row.due)}</td>
      <td>
        <span className={classes.state} data-state={row.state}>
          {t(`payments:state.${row.state}`)}
        </span>
        {row.paidOn && ` ${format.date(row.paidOn)}`}
      </td>
      <td className={tables.number}>{format.money(row.amount)}</td>
    </>
  )
}

function Settle({ params, ids, onDone }: { params: Params; ids: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const [paidOn, setPaidOn] = useState(todayHere())
  const settle = useApiMutation('POST /organisations/:organisation/flows/:flow/payments/settlement', {
    invalidates: [
      key,
      'GET /organisations/:organisation/flows/:flow/contributions',
      'GET /organisations/:organisation/flows/:flow/support-split',
    ],
    onDone: ({ done }) => {
      toast(t('payments:flow.done', { count: done }))
      onDone()
    },
  })
  const send = (day: string | null): void => settle.mutate({ params, body: { ids: [...ids], paidOn: day } })
  return (
    <>
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('payments:run.paidOn')}
          value={paidOn}
          onChange={(event) => setPaidOn(event.currentTarget.value)}
        />
        <Button
          disabled={ids.length === 0 || paidOn === ''}
          loading={settle.isPending}
          onClick={() => send(paidOn)}
        >
          {t('payments:flow.markPaid', { count: ids.length })}
        </Button>
        <Button variant="subtle" color="gray" disabled={ids.length === 0} onClick={() => send(null)}>
          {t('payments:add.cancel')}
        </Button>
      </div>
      <ProblemNote problem={settle.error} />
    </>
  )
}
