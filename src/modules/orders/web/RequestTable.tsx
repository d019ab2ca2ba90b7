import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { threadReads, type Item } from './order-answers.ts'
import classes from './orders.module.css'
import { State, toneOf } from './State.tsx'

interface RequestTableProps {
  organisation: string
  step: 'open' | 'quoted' | 'ordered' | 'closed'
  q: string
  side: 'sender' | 'host'
  action: ReactNode
}

/** Requests at one step, the latest stay first, with what they come to. */
export function RequestTable({ organisation, step, q, side, action }: RequestTableProps) {
  const { t } = useTranslation('orders')
  const query = { step, ...(q ? { q } : {}) }
  const list = usePages('GET /organisations/:organisation/requests', { params: { organisation }, query })
  const first = useApi('GET /organisations/:organisation/requests', {
    params: { organisation },
    query: { ...query, limit: 1 },
  })
  const empty = !list.loading && !list.problem && list.rows.length === 0
  return (
    <>
      {list.loading && <SkeletonRows />}
      <ProblemNote problem={list.problem} retry={list.retry} />
      <div role="status" className={tables.quiet}>
        {empty && q && t('orders:nothingFound')}
      </div>
      {empty && !q && (
        <EmptyState
          title={t(`orders:empty.${step}.title`)}
          text={t(`orders:empty.${step}.${side}`)}
          action={step === 'open' ? action : undefined}
        />
      )}
      {list.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('orders:column.title')}</th>
                <th scope="col">{t(`orders:partner.${side === 'host' ? 'sender' : 'host'}`)}</th>
                <th scope="col">{t('orders:column.when')}</th>
                <th scope="col" className={tables.number}>
                  {t('orders:field.people')}
                </th>
                <th scope="col">{t('orders:column.next')}</th>
                <th scope="col">{t('orders:column.until')}</th>
                <th scope="col" className={tables.number}>
                  {t('orders:column.gross')}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <Row key={row.id} organisation={organisation} row={row} side={side} />
              ))}
            </tbody>
            <Foot sums={first.data?.sums ?? []} />
          </table>
        </div>
      )}
      <MoreRows pages={list} />
    </>
  )
}

function Row({ organisation, row, side }: { organisation: string; row: Item; side: 'sender' | 'host' }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { quotation, order } = row
  const closed = row.state === 'declined' || row.state === 'withdrawn'
  return (
    <tr>
      <td>
        <Link to={paths.order(organisation, row.id)} className={tables.name}>
          {row.title}
        </Link>
      </td>
      <td>{row.partner.name}</td>
      <td>{format.dateRange(row.startsOn, row.endsOn)}</td>
      <td className={tables.number}>
        {row.accompanying > 0
          ? `${format.number(row.people)} + ${format.number(row.accompanying)}`
          : format.number(row.people)}
      </td>
      <td>
        {closed ? (
          <State tone="done">{t(`orders:state.${row.state}`)}</State>
        ) : order?.state === 'cancelled' && row.next === 'nothing' ? (
          <State tone="done">{t('orders:state.cancelled')}</State>
        ) : side === 'host' && row.next === 'quote' ? (
          <QuoteButton organisation={organisation} request={row.id} />
        ) : (
          <State tone={toneOf(row.next)}>{t(`orders:next.${row.next}`)}</State>
        )}
      </td>
      <td>
        {!order && quotation && format.date(quotation.validUntil)}
        {!order && quotation?.optionUntil && (
          <div className={classes.sub}>
            {t('orders:keptUntil', { date: format.date(quotation.optionUntil, 'short') })}
          </div>
        )}
      </td>
      <td className={tables.number}>
        {order
          ? format.money(order.owed, row.currency)
          : quotation && format.money(quotation.gross, row.currency)}
        {order && row.invoiced > 0 && (
          <div className={classes.sub}>
            {t('orders:invoicedPaid', {
              invoiced: format.money(row.invoiced, row.currency),
              paid: format.money(row.paid, row.currency),
            })}
          </div>
        )}
      </td>
    </tr>
  )
}

/** From the list straight to a draft that the price list has filled. */
function QuoteButton({ organisation, request }: { organisation: string; request: string }) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const navigate = useNavigate()
  const quote = useApiMutation('POST /organisations/:organisation/requests/:request/quotations', {
    invalidates: threadReads,
    onDone: () => void navigate(paths.order(organisation, request)),
  })
  return (
    <>
      <ReasonButton
        size="compact-sm"
        variant="default"
        whyNot={may('money.edit') ? null : t('orders:financeOnly')}
        loading={quote.isPending}
        onClick={() => quote.mutate({ params: { organisation, request }, body: { from: 'prices' } })}
      >
        {t('orders:quote.fromPrices')}
      </ReasonButton>
      <ProblemNote problem={quote.error} />
    </>
  )
}

interface Sum {
  currency: string
  count: number
  gross: number
}

/** What all that the filter finds comes to, one row for each currency. */
function Foot({ sums }: { sums: readonly Sum[] }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  if (sums.length === 0) return null
  return (
    <tfoot>
      {sums.map((sum) => (
        <tr key={sum.currency} className={classes.total}>
          <th scope="row" colSpan={6}>
            {t('orders:sumOf', { count: sum.count })}
          </th>
          <td className={tables.number}>{format.money(sum.gross, sum.currency)}</td>
        </tr>
      ))}
    </tfoot>
  )
}
