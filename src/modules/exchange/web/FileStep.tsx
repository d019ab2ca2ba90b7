import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import classes from './exchange.module.css'
import { importReads, isRunning, type ImportRecord } from './use-import.ts'

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
const encodings = ['utf-8', 'windows-1252', 'windows-1250', 'iso-8859-2', 'utf-16le', 'utf-16be'] as const

/** How the file was read, the remarks on it, and the way to read it otherwise. */
export function FileStep({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const fixed = record.imported > 0 || isRunning(record.state)
  return (
    <Section
      title={t('exchange:step.file')}
      aside={t('exchange:counter.rows', { count: record.total, number: format.number(record.total) })}
    >
      {!fixed && <ReadAgain organisation={organisation} record={record} />}
      <Notes notes={record.notes} />
    </Section>
  )
}

function ReadAgain({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const [sheet, setSheet] = useState(record.sheet)
  const [header, setHeader] = useState<number | string>(record.headerRow)
  const [delimiter, setDelimiter] = useState(record.delimiter ?? '')
  const [encoding, setEncoding] = useState(record.encoding ?? '')
  const again = useApiMutation('PUT /organisations/:organisation/imports/:import/source', {
    invalidates: importReads,
  })
  const isText = record.delimiter !== null
  const body = {
    ...(sheet === record.sheet ? {} : { sheet }),
    ...(Number(header) === record.headerRow ? {} : { headerRow: Number(header) }),
    ...(isText && delimiter !== record.delimiter ? { delimiter: delimiter as ',' } : {}),
    ...(isText && encoding !== record.encoding ? { encoding: encoding as 'utf-8' } : {}),
  }
  const changed = Object.keys(body).length > 0
  return (
    <form
      aria-label={t('exchange:file.howRead')}
      onSubmit={(event) => {
        event.preventDefault()
        again.mutate({ params: { organisation, import: record.id }, body })
      }}
    >
      <div className={classes.choices}>
        {record.sheets.length > 1 && (
          <NativeSelect
            label={t('exchange:file.sheet')}
            value={sheet}
            onChange={(event) => setSheet(event.currentTarget.value)}
            data={record.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('exchange:file.sheetRows', { name, rows }),
            }))}
          />
        )}
        <NumberInput
          label={t('exchange:file.headerRow')}
          description={t('exchange:file.headerNone')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          allowDecimal={false}
          value={header}
          onChange={setHeader}
        />
        {isText && (
          <NativeSelect
            label={t('exchange:file.delimiter')}
            value={delimiter}
            onChange={(event) => setDelimiter(event.currentTarget.value)}
            data={Object.entries(delimiters).map(([name, value]) => ({
              value,
              label: t(`exchange:file.delimiterName.${name}`),
            }))}
          />
        )}
        {isText && (
          <NativeSelect
            label={t('exchange:file.encoding')}
            value={encoding}
            onChange={(event) => setEncoding(event.currentTarget.value)}
            data={[...new Set([encoding, ...encodings])]}
          />
        )}
        {changed && (
          <Button type="submit" variant="default" mt={24} loading={again.isPending}>
            {t('exchange:file.again')}
          </Button>
        )}
      </div>
      <ProblemNote problem={again.error} />
    </form>
  )
}

function Notes({ notes }: { notes: ImportRecord['notes'] }) {
  const { t } = useTranslation('exchange')
  if (notes.length === 0) return null
  return (
    <details className={classes.told} open={notes.length <= 5}>
      <summary>{`${t('exchange:file.notes')} (${notes.length})`}</summary>
      <ul>
        {notes.map((note, at) => {
          const place = [
            note.row !== undefined && t('exchange:file.row', { row: note.row }),
            note.column !== undefined && t('exchange:file.column', { column: note.column }),
          ].filter(Boolean)
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes its order
            <li key={at}>
              {t(`exchange:note.${note.code}`, note.values ?? {})}
              {place.length > 0 && <span className={classes.quiet}>{` (${place.join(', ')})`}</span>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
