import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import classes from './exchange.module.css'
import { FileStep } from './FileStep.tsx'
import { GiveUp } from './GiveUp.tsx'
import { RowsStep } from './RowsStep.tsx'
import { useImport } from './use-import.ts'

/** One import, three steps on one page: file, columns, rows. */
export default function ImportPage() {
  const { organisation = '', import: id = '' } = useParams()
  const { t } = useTranslation(['exchange', 'problems'])
  const { data: record, error, refetch } = useImport(organisation, id)
  const name = record ? record.fileName || t('exchange:pasted') : ''
  return (
    <>
      <PageHeader
        title={name || t('exchange:title')}
        trail={[{ label: t('exchange:title'), to: paths.imports(organisation) }]}
        status={record && t(`exchange:state.${record.state}`)}
        actions={record && <GiveUp organisation={organisation} record={record} />}
      />
      <ProblemNote problem={record ? null : error} retry={() => void refetch()} />
      {!record && !error && <SkeletonRows />}
      {record && (
        <div className={classes.sections}>
          <FileStep
            key={`file ${record.sheet} ${record.headerRow}`}
            organisation={organisation}
            record={record}
          />
          <ColumnsStep
            key={`columns ${record.sheet} ${record.headerRow} ${record.columns.length}`}
            organisation={organisation}
            record={record}
          />
          <RowsStep organisation={organisation} record={record} />
        </div>
      )}
    </>
  )
}
