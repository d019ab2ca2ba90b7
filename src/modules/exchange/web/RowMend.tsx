import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import classes from './exchange.module.css'
import { Remark } from './Remark.tsx'
import { useFieldName } from './remark-words.ts'
import { importReads, type FieldKey, type ImportRecord, type ImportRow } from './use-import.ts'

interface RowMendProps {
  organisation: string
  record: ImportRecord
  row: ImportRow
  onMended: (row: ImportRow) => void
}

/** The remarks of a row with what can be done about each, and the cells to type over. */
export function RowMend({ organisation, record, row, onMended }: RowMendProps) {
  const { t } = useTranslation('exchange')
  const fieldName = useFieldName()
  const [texts, setTexts] = useState<Partial<Record<FieldKey, string>>>({})
  const mend = useApiMutation('PATCH /organisations/:organisation/imports/:import/rows/:row', {
    invalidates: importReads,
    onDone: (answer) => onMended(answer.row),
  })
  const send = (body: {
    corrections?: Partial<Record<FieldKey, string>>
    decisions?: ImportRow['decisions']
  }): void => mend.mutate({ params: { organisation, import: record.id, row: row.number }, body })
  const fixed = row.state === 'imported' || row.state === 'already-there'
  const cellOf = (field: FieldKey): string => row.cells[record.mapping[field] ?? -1] ?? ''
  const fields = editable(row, record)
  return (
    <form
      aria-label={t('exchange:rows.mend', { row: row.number })}
      onSubmit={(event) => {
        event.preventDefault()
        send({ corrections: texts })
      }}
    >
      {row.problems.map((problem) => (
        <Remark
          key={`${problem.code} ${problem.field ?? ''}`}
          problem={problem}
          row={row}
          fixed={fixed}
          onDecide={(decisions) => send({ decisions })}
        />
      ))}
      {!fixed && (
        <>
          <div className={classes.choices}>
            {fields.map((field) => (
              <TextInput
                key={field}
                label={fieldName(field)}
                description={
                  row.corrections[field] !== undefined && t('exchange:rows.text', { text: cellOf(field) })
                }
                value={texts[field] ?? row.corrections[field] ?? cellOf(field)}
                onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
                error={row.problems.some((problem) => problem.field === field && problem.level === 'error')}
              />
            ))}
          </div>
          <div className={classes.bar}>
            <Button
              type="submit"
              size="xs"
              loading={mend.isPending}
              disabled={Object.keys(texts).length === 0}
            >
              {t('exchange:rows.save')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => send({ decisions: { skip: row.state !== 'skipped' } })}
            >
              {t(row.state === 'skipped' ? 'exchange:rows.unskip' : 'exchange:rows.skip')}
            </Button>
          </div>
        </>
      )}
      <ProblemNote problem={mend.error} />
    </form>
  )
}

/** Cells with remarks first, then the others that are used, so that each can be typed over where it stands. */
function editable(row: ImportRow, record: ImportRecord): FieldKey[] {
  const told = row.problems.flatMap(({ field }) => field ?? [])
  return [...new Set([...told, ...(Object.keys(record.mapping) as FieldKey[])])]
}
