import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import type { InvoiceItem } from './order-answers.ts'
import classes from './orders.module.css'
import { State } from './State.tsx'

interface InvoiceTableProps {
  organisation: string
  view: 'draft' | 'due' | 'overdue' | 'settled'
  q: string
}

/** Invoices of one view with their sums. */
export function InvoiceTable({ organisation, view, q }: InvoiceTableProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const query = { view, ...(q ? { q } : {}) }
  const list = usePages('GET /organisations/:organisation/invoices', { params: { organisation }, query })
  const first = useApi('GET /organisations/:organisation/invoices', {
    params: { organisation },
    query: { ...query, limit: 1 },
  })
  const empty = !list.loading && !list.problem && list.rows.length === 0
  const heads = ['number', 'partner', 'title', 'issuedOn', 'dueOn', 'state'] as const
  return (
    <>
      {list.loading && <SkeletonRows />}
      <ProblemNote problem={list.problem} retry={list.retry} />
      <div role="status" className={tables.quiet}>
        {empty && q && t('orders:nothingFound')}
      </div>
      {empty && !q && (
        <EmptyState title={t(`orders:empty.${view}.title`)} text={t(`orders:empty.${view}.text`)} />
      )}
      {list.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                {heads.map((key) => (
                  <th key={key} scope="col">
                    {t(`orders:column.${key}`)}
                  </th>
                ))}
                <th scope="col" className={tables.number}>
                  {t('orders:column.gross')}
                </th>
                <th scope="col" className={tables.number}>
                  {t('orders:column.open')}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <Row key={row.id} organisation={organisation} row={row} />
              ))}
            </tbody>
            <tfoot>
              {(first.data?.sums ?? []).map((sum) => (
                <tr key={sum.currency} className={classes.total}>
                  <th scope="row" colSpan={6}>
                    {t('orders:sumOf', { count: sum.count })}
                  </th>
                  <td className={tables.number}>{format.money(sum.gross, sum.currency)}</td>
                  <td className={tables.number}>{format.money(sum.open, sum.currency)}</td>
                </tr>
              ))}
            </tfoot>
          </table>
        </div>
      )}
      <MoreRows pages={list} />
    </>
  )
}

function Row({ organisation, row }: { organisation: string; row: InvoiceItem }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const state = row.overdue ? 'overdue' : row.state
  const sign = row.kind === 'credit-note' ? -1 : 1
  return (
    <tr>
      <td>
        <Link to={paths.order(organisation, row.requestId)} className={tables.name}>
          {row.number ?? t('orders:invoiceState.draft')}
        </Link>
        {row.kind === 'credit-note' && <div className={classes.sub}>{t('orders:kind.credit-note')}</div>}
      </td>
      <td>{row.partner.name}</td>
      <td>{row.title}</td>
      <td>{row.issuedOn && format.date(row.issuedOn)}</td>
      <td>{row.dueOn && format.date(row.dueOn)}</td>
      <td>
        <State tone={row.overdue ? 'harm' : row.state === 'paid' ? 'done' : undefined}>
          {t(`orders:invoiceState.${state}`)}
        </State>
      </td>
      <td className={tables.number}>{format.money(sign * row.gross, row.currency)}</td>
      <td className={tables.number}>{row.open > 0 && format.money(row.open, row.currency)}</td>
    </tr>
  )
}
