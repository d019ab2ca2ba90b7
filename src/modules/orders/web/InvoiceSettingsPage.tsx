import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import type { Settings } from './order-answers.ts'
import { termsInput, termsValues, type TermsValues } from './order-values.ts'
import classes from './orders.module.css'
import { PartyFields, partyInput, partyValues, type PartyValues } from './PartyFields.tsx'
import { RegimeFields, regimeInput, regimeValues, type RegimeValues } from './RegimeFields.tsx'
import { TermsFields } from './Terms.tsx'

interface Values extends Record<string, unknown> {
  party: PartyValues
  holder: string
  iban: string
  bic: string
  currency: string
  vat: RegimeValues[]
  invoiceFormat: string
  creditFormat: string
  paymentDays: number | string
  validDays: number | string
  cancellation: TermsValues
  paymentTerms: string
  note: string
}

/** How the organisation writes invoices, and what it is called on those it gets. */
export default function InvoiceSettingsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('orders')
  const read = useApi('GET /organisations/:organisation/invoice-settings', { params: { organisation } })
  return (
    <>
      <PageHeader
        title={t('orders:settings.title')}
        description={t('orders:settings.text')}
        trail={[{ label: t('orders:title'), to: paths.orders(organisation) }]}
      />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.data && <SettingsForm key={read.data.version} organisation={organisation} settings={read.data} />}
    </>
  )
}

function SettingsForm({ organisation, settings }: { organisation: string; settings: Settings }) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const may = useMay()
  const { form, submit, sending, problem } = useApiForm<Values>({
    initialValues: {
      party: partyValues(settings.party),
      holder: settings.holder ?? '',
      iban: settings.iban ?? '',
      bic: settings.bic ?? '',
      currency: settings.currency,
      vat: settings.vat.map(regimeValues),
      invoiceFormat: settings.invoiceFormat,
      creditFormat: settings.creditFormat,
      paymentDays: settings.paymentDays,
      validDays: settings.validDays,
      cancellation: termsValues(settings.cancellation),
      paymentTerms: settings.paymentTerms ?? '',
      note: settings.note ?? '',
    },
    send: async (values) => {
      await api('PUT /organisations/:organisation/invoice-settings', {
        params: { organisation },
        body: {
          party: partyInput(values.party),
          holder: values.holder.trim() || null,
          iban: values.iban.trim() || null,
          bic: values.bic.trim() || null,
          currency: values.currency.trim().toUpperCase(),
          vat: values.vat.map(regimeInput),
          invoiceFormat: values.invoiceFormat,
          creditFormat: values.creditFormat,
          paymentDays: Number(values.paymentDays || 0),
          validDays: Number(values.validDays || 1),
          cancellation: termsInput(values.cancellation),
          paymentTerms: values.paymentTerms.trim() || null,
          note: values.note.trim() || null,
          version: settings.version,
        },
      })
      toast(t('orders:saved'))
      await refresh(client, ['GET /organisations/:organisation/invoice-settings'])
    },
  })
  const field = (name: string) => ({ label: t(`orders:settings.${name}`), ...form.getInputProps(name) })
  return (
    <form onSubmit={submit} noValidate className={classes.sections}>
      <Section title={t('orders:settings.party')}>
        <PartyFields form={form} at="party" />
      </Section>
      <Section title={t('orders:settings.account')}>
        <div className={classes.fields}>
          <TextInput {...field('holder')} />
          <TextInput {...field('iban')} />
          <TextInput {...field('bic')} />
          <TextInput {...field('currency')} maxLength={3} />
          <NumberInput {...field('paymentDays')} min={0} max={365} allowDecimal={false} />
        </div>
      </Section>
      <Section title={t('orders:settings.vat')}>
        <RegimeFields form={form} />
      </Section>
      <Section title={t('orders:settings.numbers')}>
        <div className={classes.fields}>
          <TextInput
            {...field('invoiceFormat')}
            description={t('orders:settings.example', { number: settings.example.invoice })}
          />
          <TextInput
            {...field('creditFormat')}
            description={t('orders:settings.example', { number: settings.example.credit })}
          />
        </div>
        <p className={classes.sub}>{t('orders:settings.numbersHint')}</p>
      </Section>
      <Section title={t('orders:settings.quotations')}>
        <div className={classes.stack}>
          <NumberInput {...field('validDays')} min={1} max={365} allowDecimal={false} maw={220} />
          <TermsFields form={form} />
        </div>
      </Section>
      <Section title={t('orders:settings.foot')}>
        <div className={classes.stack}>
          <TextInput {...field('paymentTerms')} />
          <Textarea {...field('note')} autosize minRows={2} />
        </div>
      </Section>
      <ProblemNote problem={problem} />
      <div>
        <ReasonButton
          type="submit"
          loading={sending}
          whyNot={may('money.edit') ? null : t('orders:financeOnly')}
          onClick={() => undefined}
        >
          {t('orders:save')}
        </ReasonButton>
      </div>
    </form>
  )
}
