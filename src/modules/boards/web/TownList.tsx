import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tableClasses from '#modules/organisations/web/organisations.module.css'
import type { MapKind } from '../map.rules.ts'
import { townKey } from '../map.rules.ts'
import type { TownName } from './board-answers.ts'
import { KindSign } from './KindSign.tsx'
import classes from './map.module.css'

interface TownListProps {
  towns: readonly TownName[]
  unknown: readonly TownName[]
  kinds: readonly MapKind[]
  onOpen: (town: TownName) => void
}

/** The map as a table: every town with its numbers, also those that no map knows. */
export function TownList({ towns, unknown, kinds, onOpen }: TownListProps) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const row = (town: TownName) => (
    <tr key={townKey(town.country, town.town)}>
      <td>
        <button type="button" className={classes.town} onClick={() => onOpen(town)}>
          {town.town || t('boards:map.noTown')}
        </button>
        <span className={tableClasses.quiet}>{town.country && ` ${format.country(town.country)}`}</span>
      </td>
      {kinds.map((kind) => (
        <td key={kind} className={tableClasses.number}>
          {town[kind] > 0 && format.number(town[kind])}
        </td>
      ))}
    </tr>
  )
  return (
    <div className={classes.list} role="region" tabIndex={0} aria-label={t('boards:map.list')}>
      <table className={tableClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('boards:town')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className={tableClasses.number}>
                <span className={classes.kind}>
                  <KindSign kind={kind} />
                  {t(`boards:kind.${kind}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{towns.map(row)}</tbody>
        {unknown.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={kinds.length + 1}>
                {t('boards:map.unknown')}
              </th>
            </tr>
            {unknown.map(row)}
          </tbody>
        )}
      </table>
    </div>
  )
}
