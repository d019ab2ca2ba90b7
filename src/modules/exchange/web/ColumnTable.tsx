import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { Mapping } from './ColumnsStep.tsx'
import classes from './exchange.module.css'
import { fieldGroups } from './field-groups.ts'
import { useFieldName } from './remark-words.ts'
import type { FieldKey, ImportRecord } from './use-import.ts'

interface ColumnTableProps {
  record: ImportRecord
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

/** Below this a person should look (column-guess.rules.ts). */
const sure = 0.75

/** The columns of the file, each with examples and what it is taken for. */
export function ColumnTable({ record, mapping, onChange }: ColumnTableProps) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const fieldName = useFieldName()
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field as FieldKey]))
  const data = [
    { value: '', label: t('exchange:columns.notUsed') },
    ...fieldGroups.map(({ group, fields }) => ({
      group: t(`exchange:fieldGroup.${group}`),
      items: fields.map((field) => ({ value: field, label: fieldName(field) })),
    })),
  ]
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['column', 'samples', 'meaning', 'how'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`exchange:columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {record.columns.map((column) => (
            <tr key={column.index}>
              <td>
                <span className={classes.name}>{column.name}</span>
                <p className={classes.quiet}>
                  {t('exchange:columns.filled', {
                    filled: format.number(column.filled),
                    total: format.number(record.total),
                  })}
                </p>
              </td>
              <td className={classes.samples}>{column.samples.slice(0, 3).map(short).join(' · ')}</td>
              <td>
                <NativeSelect
                  aria-label={`${t('exchange:columns.meaning')}: ${column.name}`}
                  data={data}
                  value={fieldOf.get(column.index) ?? ''}
                  onChange={(event) =>
                    onChange(mapped(mapping, column.index, event.currentTarget.value as FieldKey | ''))
                  }
                />
              </td>
              <td className={classes.quiet}>
                <HowSure record={record} column={column.index} field={fieldOf.get(column.index)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const short = (sample: string): string => (sample.length > 40 ? `${sample.slice(0, 40)}…` : sample)

/** A column is one field and a field one column: choosing takes it away from the other. */
function mapped(mapping: Mapping, column: number, field: FieldKey | ''): Mapping {
  const others = Object.entries(mapping).filter(([key, at]) => at !== column && key !== field)
  return { ...Object.fromEntries(others), ...(field ? { [field]: column } : {}) }
}

function HowSure({
  record,
  column,
  field,
}: {
  record: ImportRecord
  column: number
  field: FieldKey | undefined
}) {
  const { t } = useTranslation('exchange')
  const guess = record.guess.find((one) => one.column === column)
  if (!field) return <>{guess?.field ? t('exchange:columns.chosen') : t('exchange:columns.none')}</>
  if (guess?.field !== field)
    return <>{t(record.remembered ? 'exchange:columns.remembered' : 'exchange:columns.chosen')}</>
  const words = t(
    guess.confidence >= 0.9
      ? 'exchange:columns.sure'
      : guess.confidence >= sure
        ? 'exchange:columns.likely'
        : 'exchange:columns.look',
  )
  return <>{`${words}${guess.reason ? `, ${t(`exchange:columns.reason.${guess.reason}`)}` : ''}`}</>
}
