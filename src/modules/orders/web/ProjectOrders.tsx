import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { State } from './State.tsx'

interface ProjectOrdersProps {
  organisation: string
  project: string
  /** Euros awarded as organisational support, out of which hosts are paid. */
  awarded: number
}

const columns = ['ordered', 'invoiced', 'paid', 'open'] as const

/** What the flows of a project cost at their hosts, beside the grant that pays for it. */
export default function ProjectOrders({ organisation, project, awarded }: ProjectOrdersProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/projects/:project/orders', {
    params: { organisation, project },
  })
  const data = read.data
  const inEuros = data?.totals.find(({ currency }) => currency === 'EUR')
  return (
    <Section title={t('orders:project.title')}>
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={3} />}
      {data?.items.length === 0 && <p className={tables.quiet}>{t('orders:project.none')}</p>}
      {data && data.items.length > 0 && (
        <>
          <div className={tables.scroll}>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th scope="col">{t('orders:project.flow')}</th>
                  <th scope="col">{t('orders:project.order')}</th>
                  <th scope="col">{t('orders:column.state')}</th>
                  {columns.map((key) => (
                    <th key={key} scope="col" className={tables.number}>
                      {t(`orders:project.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.requestId}>
                    <td>
                      <Link to={paths.flow(organisation, one.flow.id)}>{one.flow.name}</Link>
                      <div className={tables.quiet}>{format.dateRange(one.startsOn, one.endsOn)}</div>
                    </td>
                    <td>
                      <Link to={paths.order(organisation, one.requestId)}>{one.title}</Link>
                      <div className={tables.quiet}>{one.host.name}</div>
                    </td>
                    <td>
                      <State tone={one.state === 'quoted' ? 'turn' : undefined}>
                        {t(`orders:state.${one.state}`)}
                      </State>
                    </td>
                    {one.state === 'quoted' ? (
                      <td colSpan={columns.length} className={tables.number}>
                        {t('orders:project.offered', { amount: format.money(one.offered, one.currency) })}
                      </td>
                    ) : (
                      columns.map((key) => (
                        <td key={key} className={tables.number}>
                          {format.money(one[key], one.currency)}
                        </td>
                      ))
                    )}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                {data.totals.map((total) => (
                  <tr key={total.currency}>
                    <th scope="row" colSpan={3}>
                      {t('orders:project.total')}
                      {data.totals.length > 1 && ` ${total.currency}`}
                      {total.offered > 0 &&
                        ` · ${t('orders:project.offered', { amount: format.money(total.offered, total.currency) })}`}
                    </th>
                    {columns.map((key) => (
                      <td key={key} className={tables.number}>
                        <strong>{format.money(total[key], total.currency)}</strong>
                      </td>
                    ))}
                  </tr>
                ))}
              </tfoot>
            </table>
          </div>
          <p className={tables.quiet}>
            {awarded > 0 && inEuros
              ? t('orders:project.support', {
                  ordered: format.money(inEuros.ordered),
                  awarded: format.money(awarded),
                })
              : t('orders:project.noSupport')}
          </p>
        </>
      )}
    </Section>
  )
}
