import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { paths } from '#web/paths.ts'

/** What companies were asked about their places, and how many have answered. */
export default function AsksPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation(['availability', 'companies'])
  const format = useFormat()
  const asks = usePages('GET /organisations/:organisation/availability-asks', { params: { organisation } })
  const empty = !asks.loading && !asks.problem && asks.rows.length === 0
  const choose = (
    <Button component={Link} to={paths.companies(organisation)}>
      {t('availability:toCompanies')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('availability:title')}
        description={t('availability:text')}
        trail={[{ label: t('companies:title'), to: paths.companies(organisation) }]}
        actions={choose}
      />
      {asks.loading && <SkeletonRows />}
      <ProblemNote problem={asks.problem} retry={asks.retry} />
      {empty && (
        <EmptyState title={t('availability:emptyTitle')} text={t('availability:emptyText')} action={choose} />
      )}
      {asks.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('availability:what')}</th>
                <th scope="col">{t('availability:period')}</th>
                <th scope="col" className={tables.number}>
                  {t('availability:answered')}
                </th>
                <th scope="col" className={tables.number}>
                  {t('availability:places')}
                </th>
                <th scope="col">{t('availability:answerBy')}</th>
                <th scope="col">{t('availability:made')}</th>
              </tr>
            </thead>
            <tbody>
              {asks.rows.map((ask) => (
                <tr key={ask.id}>
                  <td>
                    <Link to={paths.availabilityAsk(organisation, ask.id)} className={tables.name}>
                      {ask.name}
                    </Link>
                  </td>
                  <td>{format.dateRange(ask.startsOn, ask.endsOn)}</td>
                  <td className={tables.number}>
                    {t('availability:answeredOf', {
                      answered: format.number(ask.answered),
                      companies: format.number(ask.companies),
                    })}
                  </td>
                  <td className={tables.number}>{format.number(ask.places)}</td>
                  <td>{ask.answerBy && format.date(ask.answerBy)}</td>
                  <td>
                    {t('availability:madeBy', {
                      day: format.date(ask.createdAt.slice(0, 10)),
                      name: ask.createdBy,
                    })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={asks} />
    </>
  )
}
