import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProjectSelect } from '#modules/flows/web/ProjectSelect.tsx'
import { activityTypes } from '#modules/mobilities/activity-types.rules.ts'
import type { Options } from './ColumnsStep.tsx'
import classes from './exchange.module.css'
import { useFieldName } from './remark-words.ts'
import type { ImportRecord } from './use-import.ts'

interface ColumnOptionsProps {
  organisation: string
  record: ImportRecord
  options: Options
  /** No column holds names. */
  unnamed: boolean
  onChange: (change: Partial<Options>) => void
}

/** What counts for rows that do not say it themselves. */
export function ColumnOptions({ organisation, record, options, unnamed, onChange }: ColumnOptionsProps) {
  const { t } = useTranslation(['exchange', 'mobilities', 'flows'])
  return (
    <>
      {unnamed && (
        <div className={classes.told}>
          <p className={classes.toldTitle}>{t('exchange:columns.namelessTitle')}</p>
          <Checkbox
            size="md"
            label={t('exchange:columns.nameless')}
            checked={options.nameless}
            onChange={(event) => onChange({ nameless: event.currentTarget.checked })}
          />
        </div>
      )}
      <UncertainDates record={record} />
      <div className={classes.choices}>
        <NativeSelect
          label={t('exchange:columns.activity')}
          value={options.activity}
          onChange={(event) => onChange({ activity: event.currentTarget.value })}
          data={[
            { value: 'by-length', label: t('exchange:columns.byLength') },
            ...activityTypes.map(({ key }) => ({ value: key, label: t(`mobilities:activityType.${key}`) })),
          ]}
        />
        <ProjectSelect
          organisation={organisation}
          label={t('exchange:columns.project')}
          value={options.projectId}
          onChange={(projectId) => onChange({ projectId })}
        />
        <NativeSelect
          label={t('exchange:columns.dateOrder')}
          value={options.dateOrder ?? ''}
          onChange={(event) =>
            onChange({ dateOrder: (event.currentTarget.value || null) as Options['dateOrder'] })
          }
          data={[
            { value: '', label: t('exchange:columns.dateOrderName.seen') },
            { value: 'day-first', label: t('exchange:columns.dateOrderName.day-first') },
            { value: 'month-first', label: t('exchange:columns.dateOrderName.month-first') },
          ]}
        />
      </div>
      <Checkbox
        size="md"
        my="md"
        label={t('exchange:columns.flows')}
        checked={options.flows}
        onChange={(event) => onChange({ flows: event.currentTarget.checked })}
      />
    </>
  )
}

function UncertainDates({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const fieldName = useFieldName()
  const uncertain = record.dates.filter(({ certainty }) => certainty === 'ambiguous' || certainty === 'mixed')
  if (uncertain.length === 0 || record.options.dateOrder) return null
  return (
    <div className={classes.told}>
      {uncertain.map(({ field, order, ambiguous }) => (
        <p key={field}>
          {t('exchange:columns.dates', {
            field: fieldName(field),
            number: ambiguous,
            order: t(`exchange:columns.dateOrderName.${order}`),
          })}
        </p>
      ))}
    </div>
  )
}
