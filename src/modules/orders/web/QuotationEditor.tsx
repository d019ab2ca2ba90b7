import { Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import { perPerson, refit, type Trip } from '../services.rules.ts'
import { LinesFields } from './LinesFields.tsx'
import { threadReads, type Quotation, type Thread } from './order-answers.ts'
import classes from './orders.module.css'
import {
  lineInput,
  quotationInput,
  quotationValues,
  totalsOfValues,
  type QuotationValues,
} from './order-values.ts'
import { Sums } from './Sums.tsx'
import { TermsFields } from './Terms.tsx'

interface QuotationEditorProps {
  organisation: string
  thread: Thread
  quotation: Quotation
}

/** A quotation that is being written: lines with live sums, until when it holds, the terms; saved or sent with one press. */
export function QuotationEditor({ organisation, thread, quotation }: QuotationEditorProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const may = useMay()
  const settings = useApi('GET /organisations/:organisation/invoice-settings', { params: { organisation } })
  const sends = useRef(false)
  const params = { organisation, quotation: quotation.id }
  const { form, submit, sending, problem } = useApiForm<QuotationValues>({
    initialValues: quotationValues(quotation),
    send: async (values) => {
      const saved = await api('PUT /organisations/:organisation/quotations/:quotation', {
        params,
        body: { ...quotationInput(values), version: quotation.version },
      })
      const version = saved.quotations.find(({ id }) => id === quotation.id)?.version ?? 0
      if (sends.current)
        await api('POST /organisations/:organisation/quotations/:quotation/sending', {
          params,
          body: { version },
        }).finally(() => void refresh(client, threadReads))
      toast(t(sends.current ? 'orders:quote.sent' : 'orders:saved'))
      await refresh(client, threadReads)
    },
  })
  const { values } = form
  const trip: Trip = {
    people: Number(values.people || 0),
    accompanying: Number(values.accompanying || 0),
    startsOn: values.startsOn || quotation.startsOn,
    endsOn: values.endsOn || quotation.endsOn,
  }
  const lines = values.lines.map(lineInput)
  const most = thread.mostPeople
  const change = (next: Partial<Trip>): void =>
    form.setFieldValue(
      'lines',
      refit(
        values.lines.map((line) => ({ ...line, ...lineInput(line) })),
        trip,
        { ...trip, ...next },
      ),
    )
  const drop = async (): Promise<void> => {
    await api('DELETE /organisations/:organisation/quotations/:quotation', { params })
    await refresh(client, threadReads)
  }
  const whyNot = may('money.edit')
    ? values.lines.length === 0
      ? t('orders:whyNot.no-lines')
      : null
    : t('orders:financeOnly')
  return (
    <form
      onSubmit={submit}
      noValidate
      className={classes.stack}
      id="draft-quotation"
      aria-label={t('orders:quote.draft')}
    >
      <div className={classes.fields}>
        <NumberInput
          label={t('orders:field.people')}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('people')}
          onChange={(people) => {
            form.setFieldValue('people', people)
            if (Number(people) > 0) change({ people: Number(people) })
          }}
        />
        <NumberInput
          label={t('orders:field.accompanying')}
          min={0}
          allowDecimal={false}
          {...form.getInputProps('accompanying')}
          onChange={(accompanying) => {
            form.setFieldValue('accompanying', accompanying)
            change({ accompanying: Number(accompanying || 0) })
          }}
        />
        <TextInput type="date" label={t('orders:field.startsOn')} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('orders:field.endsOn')} {...form.getInputProps('endsOn')} />
        <TextInput type="date" label={t('orders:field.validUntil')} {...form.getInputProps('validUntil')} />
        <TextInput type="date" label={t('orders:field.optionUntil')} {...form.getInputProps('optionUntil')} />
        <TextInput label={t('orders:field.currency')} maxLength={3} {...form.getInputProps('currency')} />
      </div>
      <LinesFields
        form={form}
        kind="quotation"
        currency={values.currency.toUpperCase()}
        settings={settings.data}
        trip={trip}
      />
      <div aria-live="polite">
        <Sums
          totals={totalsOfValues(values.lines)}
          currency={values.currency.toUpperCase()}
          perPerson={perPerson(lines, trip, trip.people)}
          most={
            most !== null && most > trip.people
              ? {
                  people: most,
                  gross: totalsOfValues(
                    refit(
                      values.lines.map((line) => ({ ...line, ...lineInput(line) })),
                      trip,
                      { ...trip, people: most },
                    ),
                  ).gross,
                  perPerson: perPerson(lines, trip, most),
                }
              : null
          }
        />
      </div>
      <details className={classes.old}>
        <summary>{t('orders:quote.more')}</summary>
        <div className={classes.stack}>
          <TermsFields form={form} />
          <Textarea
            label={t('orders:field.letter')}
            description={t('orders:quote.letterHint')}
            autosize
            minRows={2}
            {...form.getInputProps('letter')}
          />
          <Textarea label={t('orders:field.note')} autosize minRows={2} {...form.getInputProps('note')} />
        </div>
      </details>
      <ProblemNote problem={problem} />
      <div className={classes.buttons}>
        <ReasonButton
          type="submit"
          whyNot={whyNot}
          loading={sending}
          onClick={() => {
            sends.current = true
          }}
        >
          {t(thread.side === 'host' ? 'orders:quote.send' : 'orders:quote.keepByHand')}
        </ReasonButton>
        <ReasonButton
          type="submit"
          variant="default"
          whyNot={whyNot}
          onClick={() => {
            sends.current = false
          }}
        >
          {t('orders:save')}
        </ReasonButton>
        <Button
          component="a"
          variant="default"
          href={apiPath('GET /organisations/:organisation/quotations/:quotation/file', { params })}
        >
          {t('orders:pdf')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void drop()}>
          {t('orders:quote.drop')}
        </Button>
      </div>
    </form>
  )
}
