import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import classes from '#modules/organisations/web/organisations.module.css'

type Item = AnswerOf<'GET /organisations/:organisation/companies'>['items'][number]

/** Companies with their places, and what is still to be checked. */
export function CompanyTable({
  companies,
  organisation,
}: {
  companies: readonly Item[]
  organisation: string
}) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('companies:field.name')}</th>
            <th scope="col">{t('companies:field.where')}</th>
            <th scope="col">{t('companies:field.field')}</th>
            <th scope="col" className={classes.number}>
              {t('companies:field.places')}
            </th>
            <th scope="col" className={classes.number}>
              {t('companies:field.rating')}
            </th>
            <th scope="col">{t('companies:field.lastVisit')}</th>
            <th scope="col">{t('companies:checks.title')}</th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.id}>
              <td>
                <Link to={paths.company(organisation, company.id)} className={classes.name}>
                  {company.name}
                </Link>
              </td>
              <td>
                {[company.town, company.country && format.country(company.country)]
                  .filter(Boolean)
                  .join(', ')}
              </td>
              <td>{company.field}</td>
              <td className={classes.number}>
                {t('companies:placesAt', { count: company.positions, places: format.number(company.places) })}
              </td>
              <td className={classes.number}>
                {company.rating && t('companies:ratingOf', { rating: format.number(company.rating) })}
              </td>
              <td>{company.lastVisit && format.date(company.lastVisit)}</td>
              <td>
                {company.failing.length === 0 ? (
                  t('companies:checks.allRight')
                ) : (
                  <span className={classes.warn}>
                    {t('companies:checks.failing', { count: company.failing.length })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
