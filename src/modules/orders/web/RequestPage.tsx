import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { Invoices } from './Invoices.tsx'
import { NextStep } from './NextStep.tsx'
import type { Thread } from './order-answers.ts'
import { OrderSection } from './OrderSection.tsx'
import classes from './orders.module.css'
import { Quotations } from './Quotations.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { State, toneOf } from './State.tsx'

/** One request with all that followed: versions of the quotation, the order, the invoices; the next step on top. */
export default function RequestPage() {
  const { organisation = '', request = '' } = useParams()
  const { t } = useTranslation('orders')
  const read = useApi('GET /organisations/:organisation/requests/:request', {
    params: { organisation, request },
  })
  if (read.data) return <Whole organisation={organisation} thread={read.data} />
  return (
    <>
      <PageHeader
        title={t('orders:one')}
        trail={[{ label: t('orders:title'), to: paths.orders(organisation) }]}
      />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
    </>
  )
}

function Whole({ organisation, thread }: { organisation: string; thread: Thread }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const [problem, setProblem] = useState<unknown>(null)
  const state = thread.whole?.state === 'cancelled' ? 'cancelled' : thread.state
  return (
    <>
      <PageHeader
        title={thread.title}
        trail={[{ label: t('orders:title'), to: paths.orders(organisation) }]}
        description={[
          thread.partner.name,
          format.dateRange(thread.startsOn, thread.endsOn),
          t('orders:peopleLine', { people: thread.people, accompanying: thread.accompanying }),
        ].join(' · ')}
        status={<State tone={toneOf(thread.next)}>{t(`orders:state.${state}`)}</State>}
      />
      <div className={classes.sections}>
        <NextStep organisation={organisation} thread={thread} onProblem={setProblem} />
        <ProblemNote problem={problem} />
        <RequestFacts organisation={organisation} thread={thread} />
        <Quotations organisation={organisation} thread={thread} onProblem={setProblem} />
        <OrderSection organisation={organisation} thread={thread} />
        <Invoices organisation={organisation} thread={thread} onProblem={setProblem} />
      </div>
    </>
  )
}
