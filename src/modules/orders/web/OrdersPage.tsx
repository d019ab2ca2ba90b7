import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { apiPath } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMay, useMembership } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { InvoiceTable } from './InvoiceTable.tsx'
import classes from './orders.module.css'
import { RequestDialog } from './RequestDialog.tsx'
import { RequestTable } from './RequestTable.tsx'

const tabs = ['open', 'quoted', 'ordered', 'closed', 'draft', 'due', 'overdue', 'settled'] as const
const ofRequests = ['open', 'quoted', 'ordered', 'closed'] as const

/** All that is traded between sender and host: requests, quotations, orders and invoices by where they stand. */
export default function OrdersPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('orders')
  const may = useMay()
  const host = useMembership()?.portal === 'hosting'
  const [search, setSearch] = useSearchParams()
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'open'
  const text = search.get('q') ?? ''
  const [asked] = useDebouncedValue(text.trim(), 200)
  const [asking, setAsking] = useState(false)
  const counts = useApi('GET /organisations/:organisation/requests/counts', { params: { organisation } })
  const step = ofRequests.find((one) => one === tab)
  const side = host ? 'host' : 'sender'
  const ask = (
    <ReasonButton
      whyNot={may('flows.edit') ? null : t('orders:coordinatorsOnly')}
      onClick={() => setAsking(true)}
    >
      {t(`orders:ask.${side}`)}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader
        title={t('orders:title')}
        description={t(`orders:text.${side}`)}
        actions={
          <>
            {host && (
              <Button component={Link} to={paths.priceLists(organisation)} variant="default">
                {t('orders:prices.title')}
              </Button>
            )}
            <Button component={Link} to={paths.invoiceSettings(organisation)} variant="default">
              {t('orders:settings.title')}
            </Button>
            {ask}
          </>
        }
      />
      <nav aria-label={t('orders:tabs')}>
        <ul className={classes.tabs}>
          {tabs
            .filter((one) => host || one !== 'draft')
            .map((one) => (
              <li key={one}>
                <Link
                  to={{ search: new URLSearchParams({ tab: one, ...(text ? { q: text } : {}) }).toString() }}
                  className={classes.tab}
                  aria-current={one === tab ? 'page' : undefined}
                >
                  {t(`orders:tab.${one}.${side}`)}
                  <Count of={counts.data?.[one]} />
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <search className={tables.filters}>
        <TextInput
          type="search"
          label={t('orders:search')}
          className={tables.search}
          value={text}
          onChange={(event) => {
            const q = event.currentTarget.value
            setSearch({ tab, ...(q ? { q } : {}) }, { replace: true })
          }}
        />
        {!step && <Export organisation={organisation} view={tab} q={asked} />}
      </search>
      {step ? (
        <RequestTable organisation={organisation} step={step} q={asked} side={side} action={ask} />
      ) : (
        <InvoiceTable
          organisation={organisation}
          view={tab as 'draft' | 'due' | 'overdue' | 'settled'}
          q={asked}
        />
      )}
      {asking && <RequestDialog organisation={organisation} side={side} onClose={() => setAsking(false)} />}
    </>
  )
}

function Count({ of }: { of: number | undefined }) {
  const format = useFormat()
  return of === undefined ? null : <span className={classes.count}>{format.number(of)}</span>
}

function Export({ organisation, view, q }: { organisation: string; view: string; q: string }) {
  const { t } = useTranslation('orders')
  const file = (format: 'csv' | 'xlsx'): string =>
    apiPath('GET /organisations/:organisation/invoices/file', {
      params: { organisation },
      query: { format, view, q },
    })
  return (
    <div className={classes.buttons}>
      <Button component="a" href={file('xlsx')} variant="default">
        {t('orders:export.xlsx')}
      </Button>
      <Button component="a" href={file('csv')} variant="default">
        {t('orders:export.csv')}
      </Button>
    </div>
  )
}
