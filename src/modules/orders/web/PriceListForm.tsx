import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'
import { LinesFields } from './LinesFields.tsx'
import type { PriceList } from './order-answers.ts'
import classes from './orders.module.css'
import { lineOf, priceInput, type LineValues } from './order-values.ts'

interface PriceListFormProps {
  organisation: string
  /** Null: a new one, with the lines of `like`. */
  list: PriceList | null
  like: PriceList | null
  onDone: (id: string | null) => void
}

interface Values extends Record<string, unknown> {
  name: string
  senderId: string | null
  currency: string
  validFrom: string
  validUntil: string
  lines: LineValues[]
}

/** A price list as a sheet. */
export function PriceListForm({ organisation, list, like, onDone }: PriceListFormProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const may = useMay()
  const archive = useRef(false)
  const settings = useApi('GET /organisations/:organisation/invoice-settings', { params: { organisation } })
  const from = list ?? like
  const { form, submit, sending, problem } = useApiForm<Values>({
    initialValues: {
      name: list?.name ?? '',
      senderId: list?.sender?.id ?? null,
      currency: from?.currency ?? 'EUR',
      validFrom: list?.validFrom ?? todayHere(),
      validUntil: list?.validUntil ?? '',
      lines: (from?.lines ?? []).map((line) => lineOf(line)),
    },
    validate: { name: (value) => (value.trim() ? null : t('orders:field.needed')) },
    send: async (values) => {
      const body = {
        name: values.name,
        senderId: values.senderId,
        currency: values.currency.trim().toUpperCase(),
        validFrom: values.validFrom,
        validUntil: values.validUntil || null,
        lines: values.lines.map(priceInput),
      }
      const saved = list
        ? await api('PUT /organisations/:organisation/price-lists/:priceList', {
            params: { organisation, priceList: list.id },
            body: { ...body, archived: archive.current, version: list.version },
          })
        : await api('POST /organisations/:organisation/price-lists', { params: { organisation }, body })
      await refresh(client, ['GET /organisations/:organisation/price-lists'])
      toast(t('orders:saved'))
      onDone(saved.id)
    },
  })
  const whyNot = may('money.edit') ? null : t('orders:financeOnly')
  return (
    <form onSubmit={submit} noValidate className={classes.stack}>
      <div className={classes.fields}>
        <TextInput label={t('orders:prices.name')} required {...form.getInputProps('name')} />
        <PartnerSelect
          organisation={organisation}
          kind="sender"
          clearable
          label={t('orders:prices.for')}
          placeholder={t('orders:prices.everybody')}
          known={list?.sender ?? null}
          {...form.getInputProps('senderId')}
        />
        <TextInput type="date" label={t('orders:prices.validFrom')} {...form.getInputProps('validFrom')} />
        <TextInput type="date" label={t('orders:prices.validUntil')} {...form.getInputProps('validUntil')} />
        <TextInput label={t('orders:field.currency')} maxLength={3} {...form.getInputProps('currency')} />
      </div>
      {settings.data?.vat.length === 0 && (
        <p className={tables.warn}>
          {t('orders:prices.noVat')}{' '}
          <Link to={paths.invoiceSettings(organisation)}>{t('orders:invoice.toSettings')}</Link>
        </p>
      )}
      <LinesFields
        form={form}
        kind="prices"
        currency={form.values.currency.toUpperCase()}
        settings={settings.data}
      />
      <ProblemNote problem={problem} />
      <div className={classes.buttons}>
        <ReasonButton
          type="submit"
          whyNot={whyNot}
          loading={sending}
          onClick={() => {
            archive.current = false
          }}
        >
          {t('orders:save')}
        </ReasonButton>
        {list ? (
          <ReasonButton
            type="submit"
            variant="subtle"
            color="gray"
            whyNot={whyNot}
            onClick={() => {
              archive.current = true
            }}
          >
            {t('orders:prices.archive')}
          </ReasonButton>
        ) : (
          <Button variant="default" onClick={() => onDone(null)}>
            {t('orders:prices.back')}
          </Button>
        )}
      </div>
    </form>
  )
}
