import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Housing } from './stays-answers.ts'
import classes from './stays.module.css'

/** So many are shown before one asks for more. */
const few = 8

/** How far the companies of the register are: from town to town, and that is said. */
export function Distances({ organisation, housing }: { organisation: string; housing: Housing }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const [all, setAll] = useState(false)
  const { data } = useApi('GET /organisations/:organisation/housings/:housing/distances', {
    params: { organisation, housing: housing.id },
  })
  if (!data || data.items.length === 0) return null
  const shown = all ? data.items : data.items.slice(0, few)
  return (
    <Section title={t('stays:distance.title')}>
      <p className={classes.quiet}>{t(`stays:distance.from.${data.from ?? 'unknown'}`)}</p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('stays:distance.company')}</th>
            <th scope="col">{t('stays:field.town')}</th>
            <th scope="col" className={tables.number}>
              {t('stays:distance.km')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((company) => (
            <tr key={company.id}>
              <td>
                <Link to={paths.company(organisation, company.id)}>{company.name}</Link>
              </td>
              <td>{company.town}</td>
              <td className={tables.number}>
                {company.km === null
                  ? t('stays:distance.unknown')
                  : company.km === 0
                    ? t('stays:distance.sameTown')
                    : format.number(company.km)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && data.items.length > few && (
        <Button size="xs" variant="subtle" onClick={() => setAll(true)}>
          {t('stays:distance.all', { number: format.number(data.items.length) })}
        </Button>
      )}
    </Section>
  )
}
