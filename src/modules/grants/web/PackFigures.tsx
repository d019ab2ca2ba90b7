import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { ProjectPack } from './grant-answers.ts'
import { usePhraseWords } from './phrase-words.ts'
import classes from './grants.module.css'

/** Every figure of a pack with its value, how sure it is, and where it was read. */
export function PackFigures({ known }: { known: ProjectPack }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const say = usePhraseWords()
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('grants:pack.figure')}</th>
            <th scope="col" className={tables.number}>
              {t('grants:pack.value')}
            </th>
            <th scope="col">{t('grants:pack.state')}</th>
            <th scope="col">{t('grants:source')}</th>
          </tr>
        </thead>
        <tbody>
          {known.figures.map(({ path, key, values, figure }) => {
            const source = figure.source === undefined ? undefined : known.sources[figure.source]
            return (
              <tr key={path}>
                <td>{say({ key: `missing.${key}`, values })}</td>
                <td className={tables.number}>
                  {figure.value === null ? (
                    <span className={classes.unknown}>{t('grants:notKnown')}</span>
                  ) : (
                    format.number(figure.value)
                  )}
                </td>
                <td>{t(`grants:state.${figure.state}`)}</td>
                <td>{source?.url ? <a href={source.url}>{source.title}</a> : source?.title}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Which countries are paid by which group's rates. */
export function PackCountries({ known }: { known: ProjectPack }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  return (
    <ul>
      {known.countryGroups.map(({ group, international, region, countries }, at) => (
        <li key={at}>
          <b>{t('grants:pack.countryGroup', { group })}</b>
          {international && ` · ${t('grants:input.international')}`}
          {region !== undefined && ` · ${t('grants:pack.region', { region })}`}
          {': '}
          {format.list(countries.map((code) => format.country(code)))}
        </li>
      ))}
    </ul>
  )
}

/** The section of a pack that a figure stands in. */
export function groupOf(path: string): string {
  const [section = ''] = path.split('.')
  return ['activityTypes', 'travel', 'individualSupport', 'organisationalSupport'].includes(section)
    ? section
    : 'other'
}
