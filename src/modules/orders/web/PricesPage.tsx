import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import type { PriceList } from './order-answers.ts'
import classes from './orders.module.css'
import { PriceListForm } from './PriceListForm.tsx'

/** What the host's services cost: a general list, and lists for single senders. */
export default function PricesPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('orders')
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState<PriceList | 'empty' | null>(null)
  const read = useApi('GET /organisations/:organisation/price-lists', { params: { organisation } })
  const lists = read.data?.items ?? []
  const chosen =
    lists.find(({ id }) => id === search.get('list')) ?? lists.find(({ current }) => current) ?? lists[0]
  const whyNot = may('money.edit') ? null : t('orders:financeOnly')
  const add = (
    <ReasonButton whyNot={whyNot} onClick={() => setAdding('empty')}>
      {t('orders:prices.add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader
        title={t('orders:prices.title')}
        description={t('orders:prices.text')}
        trail={[{ label: t('orders:title'), to: paths.orders(organisation) }]}
        actions={
          <>
            {chosen && !adding && (
              <ReasonButton variant="default" whyNot={whyNot} onClick={() => setAdding(chosen)}>
                {t('orders:prices.copy')}
              </ReasonButton>
            )}
            {add}
          </>
        }
      />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.data && lists.length === 0 && !adding && (
        <EmptyState
          title={t('orders:prices.emptyTitle')}
          text={t('orders:prices.emptyText')}
          action={add}
          example={
            <Button component={Link} to={paths.invoiceSettings(organisation)} variant="subtle">
              {t('orders:settings.title')}
            </Button>
          }
        />
      )}
      {lists.length > 0 && !adding && <Choice lists={lists} chosen={chosen} />}
      {adding ? (
        <PriceListForm
          key="new"
          organisation={organisation}
          list={null}
          like={adding === 'empty' ? null : adding}
          onDone={(id) => {
            setAdding(null)
            if (id) setSearch({ list: id })
          }}
        />
      ) : (
        chosen && (
          <PriceListForm
            key={`${chosen.id}${chosen.version}`}
            organisation={organisation}
            list={chosen}
            like={null}
            onDone={() => undefined}
          />
        )
      )}
    </>
  )
}

function Choice({ lists, chosen }: { lists: readonly PriceList[]; chosen: PriceList | undefined }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (
    <nav aria-label={t('orders:prices.title')}>
      <ul className={classes.tabs}>
        {lists.map((list) => (
          <li key={list.id}>
            <Link
              to={{ search: new URLSearchParams({ list: list.id }).toString() }}
              className={classes.tab}
              aria-current={list.id === chosen?.id ? 'page' : undefined}
            >
              {list.name}
              <span className={classes.count}>
                {list.sender?.name ?? t('orders:prices.everybody')}
                {!list.current &&
                  ` · ${t('orders:prices.from', { date: format.date(list.validFrom, 'short') })}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
