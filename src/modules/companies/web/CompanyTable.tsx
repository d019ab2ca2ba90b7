import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import classes from '#modules/organisations/web/organisations.module.css'
import own from './companies.module.css'
import { useFreeWords } from './use-free-words.ts'
import { useFieldName } from './use-terms.ts'

export type CompanyItem = AnswerOf<'GET /organisations/:organisation/companies'>['items'][number]

interface CompanyTableProps {
  companies: readonly CompanyItem[]
  organisation: string
  selected: ReadonlyMap<string, CompanyItem>
  onSelect: (companies: readonly CompanyItem[], selected: boolean) => void
}

/** Companies with their places, and what is still to be checked. */
export function CompanyTable({ companies, organisation, selected, onSelect }: CompanyTableProps) {
  const { t } = useTranslation('companies')
  const all = companies.length > 0 && companies.every(({ id }) => selected.has(id))
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={t('companies:select.all')}
                checked={all}
                indeterminate={!all && companies.some(({ id }) => selected.has(id))}
                onChange={() => onSelect(companies, !all)}
              />
            </th>
            <th scope="col">{t('companies:field.name')}</th>
            <th scope="col">{t('companies:field.where')}</th>
            <th scope="col">{t('companies:field.field')}</th>
            <th scope="col" className={classes.number}>
              {t('companies:field.free')}
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
            <Row
              key={company.id}
              company={company}
              organisation={organisation}
              selected={selected.has(company.id)}
              onSelect={(on) => onSelect([company], on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  company: CompanyItem
  organisation: string
  selected: boolean
  onSelect: (selected: boolean) => void
}

function Row({ company, organisation, selected, onSelect }: RowProps) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const fieldName = useFieldName()
  const freeWords = useFreeWords()
  return (
    <tr aria-selected={selected}>
      <td>
        <Checkbox
          aria-label={t('companies:select.one', { company: company.name })}
          checked={selected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      </td>
      <td>
        <Link to={paths.company(organisation, company.id)} className={classes.name}>
          {company.name}
        </Link>
        {company.employees !== null && (
          <div className={classes.quiet}>{t('companies:people', { count: company.employees })}</div>
        )}
      </td>
      <td className={own.line}>
        {[company.town, company.country && format.country(company.country)].filter(Boolean).join(', ')}
      </td>
      <td>{company.field && fieldName(company.field)}</td>
      <td className={classes.number}>
        {company.positions === 0 ? (
          <span className={classes.quiet}>{t('companies:noPositions')}</span>
        ) : (
          freeWords(company).map((words) => (
            <div key={words} className={own.line}>
              {words}
            </div>
          ))
        )}
      </td>
      <td className={classes.number}>
        {company.rating !== null && t('companies:ratingOf', { rating: format.number(company.rating) })}
        {company.ratings > 0 && (
          <div className={`${classes.quiet} ${own.line}`}>
            {t('companies:ratings', { count: company.ratings })}
          </div>
        )}
      </td>
      <td className={own.line}>{company.lastVisit && format.date(company.lastVisit)}</td>
      <td>
        {company.failing.length === 0 ? (
          t('companies:checks.allRight')
        ) : (
          <span className={`${classes.warn} ${own.tag}`}>
            {t('companies:checks.failing', { count: company.failing.length })}
          </span>
        )}
      </td>
    </tr>
  )
}
