import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { LinesFields } from './LinesFields.tsx'
import { threadReads, type Invoice, type Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { invoiceLineInput, lineOf, totalsOfValues, type LineValues } from './order-values.ts'
import { PartyFields, partyInput, partyValues, type PartyValues } from './PartyFields.tsx'
import { Sums } from './Sums.tsx'

interface InvoiceEditorProps {
  organisation: string
  thread: Thread
  invoice: Invoice
}

interface Values extends Record<string, unknown> {
  currency: string
  lines: LineValues[]
  buyer: PartyValues
  reference: string
  paymentDays: number | string
  note: string
}

/** An invoice or credit note that is being written. What it lacks to be a valid one stands above the button. */
export function InvoiceEditor({ organisation, thread, invoice }: InvoiceEditorProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const may = useMay()
  const settings = useApi('GET /organisations/:organisation/invoice-settings', { params: { organisation } })
  const issues = useRef(false)
  const params = { organisation, invoice: invoice.id }
  const { form, submit, sending, problem } = useApiForm<Values>({
    initialValues: {
      currency: invoice.currency,
      lines: invoice.lines.map((line) => lineOf(line)),
      buyer: partyValues(invoice.buyer),
      reference: invoice.reference ?? '',
      paymentDays: invoice.paymentDays,
      note: invoice.note ?? '',
    },
    send: async (values) => {
      const saved = await api('PUT /organisations/:organisation/invoices/:invoice', {
        params,
        body: {
          currency: values.currency,
          lines: values.lines.map(invoiceLineInput),
          buyer: partyInput(values.buyer),
          reference: values.reference.trim() || null,
          paymentDays: Number(values.paymentDays || 0),
          note: values.note.trim() || null,
          version: invoice.version,
        },
      })
      const version = saved.invoices.find(({ id }) => id === invoice.id)?.version ?? 0
      if (issues.current)
        await api('POST /organisations/:organisation/invoices/:invoice/issue', {
          params,
          body: { version },
        }).finally(() => void refresh(client, threadReads))
      toast(t(issues.current ? 'orders:invoice.issued' : 'orders:saved'))
      await refresh(client, [...threadReads, 'GET /organisations/:organisation/invoice-settings'])
    },
  })
  const { values } = form
  const drop = async (): Promise<void> => {
    await api('DELETE /organisations/:organisation/invoices/:invoice', { params })
    await refresh(client, threadReads)
  }
  // What stands in the form is judged when it is saved; what the settings lack cannot be mended here.
  const ofSettings = invoice.missing.filter(({ field }) => /^(seller|payment)\./.test(field))
  const whyNot = may('money.edit')
    ? ofSettings.length > 0
      ? t('orders:whyNot.settings-missing')
      : null
    : t('orders:financeOnly')
  return (
    <form
      onSubmit={submit}
      noValidate
      className={classes.stack}
      id="draft-invoice"
      aria-label={t('orders:invoice.draft', { kind: t(`orders:kind.${invoice.kind}`) })}
    >
      <strong>{t('orders:invoice.draft', { kind: t(`orders:kind.${invoice.kind}`) })}</strong>
      {invoice.missing.length > 0 && (
        <div className={tables.warn}>
          {t('orders:invoice.missing')}
          <ul className={classes.missing}>
            {invoice.missing.map(({ rule, field, code }) => (
              <li key={`${rule}${field}`}>{t(`orders:missing.${code}`)}</li>
            ))}
          </ul>
          {ofSettings.length > 0 && (
            <Link to={paths.invoiceSettings(organisation)}>{t('orders:invoice.toSettings')}</Link>
          )}
        </div>
      )}
      <LinesFields form={form} kind="invoice" currency={values.currency} settings={settings.data} />
      <div aria-live="polite">
        <Sums totals={totalsOfValues(values.lines)} currency={values.currency} />
      </div>
      <details className={classes.old} open={invoice.missing.some(({ field }) => field.startsWith('buyer.'))}>
        <summary>{t('orders:invoice.buyer', { name: values.buyer.name })}</summary>
        <PartyFields form={form} at="buyer" />
      </details>
      <div className={classes.fields}>
        <TextInput label={t('orders:field.reference')} {...form.getInputProps('reference')} />
        {invoice.kind === 'invoice' && (
          <NumberInput
            label={t('orders:field.paymentDays')}
            min={0}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('paymentDays')}
          />
        )}
      </div>
      <Textarea label={t('orders:field.note')} autosize {...form.getInputProps('note')} />
      <ProblemNote problem={problem} />
      <div className={classes.buttons}>
        <ReasonButton
          type="submit"
          whyNot={whyNot}
          loading={sending}
          onClick={() => {
            issues.current = true
          }}
        >
          {t('orders:invoice.issue', {
            number:
              invoice.kind === 'invoice' ? settings.data?.example.invoice : settings.data?.example.credit,
          })}
        </ReasonButton>
        <ReasonButton
          type="submit"
          variant="default"
          whyNot={may('money.edit') ? null : t('orders:financeOnly')}
          onClick={() => {
            issues.current = false
          }}
        >
          {t('orders:save')}
        </ReasonButton>
        <Button variant="subtle" color="gray" onClick={() => void drop()}>
          {t('orders:invoice.drop')}
        </Button>
      </div>
      <p className={tables.quiet}>{t('orders:invoice.final', { partner: thread.partner.name })}</p>
    </form>
  )
}
