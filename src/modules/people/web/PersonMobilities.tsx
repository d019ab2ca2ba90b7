import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import type { PersonAnswer } from './PersonPage.tsx'

/** The mobilities a person has a part in, with the way to each. */
export function PersonMobilities({ organisation, person }: { organisation: string; person: PersonAnswer }) {
  const { t } = useTranslation(['people', 'mobilities'])
  const format = useFormat()
  return (
    <Section title={t('people:mobilities.title')}>
      {person.mobilities.length === 0 && <p className={classes.quiet}>{t('people:mobilities.none')}</p>}
      {person.mobilities.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('people:mobilities.number')}</th>
                <th scope="col">{t('people:mobilities.where')}</th>
                <th scope="col">{t('people:mobilities.dates')}</th>
                <th scope="col">{t('people:mobilities.flow')}</th>
                <th scope="col">{t('people:mobilities.role')}</th>
                <th scope="col">{t('people:mobilities.status')}</th>
              </tr>
            </thead>
            <tbody>
              {person.mobilities.map((mobility) => (
                <tr key={`${mobility.id} ${mobility.role}`}>
                  <td>
                    <Link to={paths.mobility(organisation, mobility.id)} className={classes.name}>
                      {t('people:mobilities.one', { number: mobility.number })}
                    </Link>
                  </td>
                  <td>
                    {[mobility.town, mobility.country && format.country(mobility.country)]
                      .filter(Boolean)
                      .join(', ')}
                  </td>
                  <td>
                    {mobility.departure &&
                      (mobility.returnDate
                        ? format.dateRange(mobility.departure, mobility.returnDate)
                        : format.date(mobility.departure))}
                  </td>
                  <td>
                    {mobility.flow && (
                      <Link to={paths.flow(organisation, mobility.flow.id)}>{mobility.flow.name}</Link>
                    )}
                  </td>
                  <td>{t(`mobilities:partyRole.${mobility.role}`, { defaultValue: mobility.role })}</td>
                  <td>{t(`mobilities:status.${mobility.status}`, { defaultValue: mobility.status })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
