import { Button, FileButton, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { readRateLines } from '../rates-file.rules.ts'
import classes from './expenses.module.css'

const reads = [
  'GET /organisations/:organisation/flows/:flow/expenses',
  'GET /organisations/:organisation/currency-rates',
] as const

interface RatesDialogProps {
  organisation: string
  onClose: () => void
}

/** Rates of days: a file of the European Central Bank, or lines with currency, day and how much one euro is. */
export default function RatesDialog({ organisation, onClose }: RatesDialogProps) {
  const { t } = useTranslation('expenses')
  const client = useQueryClient()
  const format = useFormat()
  const [fileProblem, setFileProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const known = useApi('GET /organisations/:organisation/currency-rates', { params: { organisation } }).data
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { lines: '' },
    validate: {
      lines: (lines: string) => {
        const { rates, unread } = readRateLines(lines)
        const [first] = unread
        if (first) return t('expenses:rates.unread', { line: first.line, text: first.text.slice(0, 60) })
        return rates.length === 0 ? t('expenses:rates.none') : null
      },
    },
    send: async ({ lines }) => {
      const answer = await api('PUT /organisations/:organisation/currency-rates', {
        params: { organisation },
        body: { rates: readRateLines(lines).rates },
      })
      toast(t('expenses:rates.done', { count: answer.filled }))
    },
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  const bring = async (file: File | null): Promise<void> => {
    if (!file) return
    const body = new FormData()
    body.append('file', file)
    setBusy(true)
    try {
      setFileProblem(null)
      const answer = await api('POST /organisations/:organisation/currency-rates/file', {
        params: { organisation },
        body,
      } as never)
      toast(t('expenses:rates.done', { count: (answer as { filled: number }).filled }))
      await refresh(client, reads)
    } catch (error) {
      setFileProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormDialog title={t('expenses:rates.action')} {...{ onClose, submit, sending, problem }}>
      {known && known.waiting.length > 0 && (
        <p>
          {t('expenses:rates.waiting', {
            list: format.list(
              known.waiting.slice(0, 5).map(({ currency, day }) => `${currency} ${format.date(day)}`),
            ),
          })}
        </p>
      )}
      <div>
        <FileButton accept=".xml,.csv,text/xml,text/csv" onChange={(file) => void bring(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={busy}>
              {t('expenses:rates.file')}
            </Button>
          )}
        </FileButton>
        <p className={classes.quiet}>{t('expenses:rates.fileText')}</p>
        <ProblemNote problem={fileProblem} />
      </div>
      <Textarea
        label={t('expenses:rates.lines')}
        description={t('expenses:rates.text')}
        placeholder={`PLN ${todayHere()} ${format.number(4.25)}`}
        autosize
        minRows={4}
        data-autofocus
        {...form.getInputProps('lines')}
      />
      {known && known.latest.length > 0 && (
        <details>
          <summary>{t('expenses:rates.known', { count: known.latest.length })}</summary>
          <ul className={classes.rates}>
            {known.latest.map(({ currency, day, perEuro }) => (
              <li key={currency}>
                {currency} {format.number(perEuro)} · {format.date(day)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </FormDialog>
  )
}
