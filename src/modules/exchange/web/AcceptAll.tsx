import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './exchange.module.css'
import { importReads, type ImportRecord } from './use-import.ts'

/** One yes for one kind of warning in all rows. */
export function AcceptAll({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const accept = useApiMutation('POST /organisations/:organisation/imports/:import/accept', {
    invalidates: importReads,
  })
  const format = useFormat()
  const warnings = record.problems.filter(({ level }) => level === 'warning')
  if (record.toCheck === 0 || warnings.length === 0) return null
  return (
    <div className={classes.told}>
      {warnings.map(({ code, count }) => (
        <div key={code} className={classes.bar}>
          <span>{`${t(`exchange:remark.${code}`)} (${count})`}</span>
          <Button
            size="xs"
            variant="default"
            loading={accept.isPending && accept.variables.body.code === code}
            onClick={() => accept.mutate({ params: { organisation, import: record.id }, body: { code } })}
          >
            {t('exchange:rows.acceptAll', { count, number: format.number(count) })}
          </Button>
        </div>
      ))}
      <ProblemNote problem={accept.error} />
    </div>
  )
}
