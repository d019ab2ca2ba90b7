import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { ArrivalFilters } from './ArrivalFilters.tsx'
import { journeyReads, type Transfer } from './journey-answers.ts'
import { TransferCard } from './TransferCard.tsx'
import { Unassigned } from './Unassigned.tsx'
import { asked, useArrivalsQuery } from './use-arrivals-query.ts'
import { useSeating } from './use-seating.ts'
import classes from './journeys.module.css'

const TransferDialog = lazy(() => import('./TransferDialog.tsx'))

/** Who still needs a seat on the left, vehicles on the right; printed, it is the drivers' list. */
export default function TransfersPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('journeys')
  const may = useMay()
  const mayEdit = may('mobilities.edit')
  const [query, change] = useArrivalsQuery()
  const { direction, from, to } = query
  const params = { organisation }
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<{ transfer: Transfer | null } | null>(null)
  const [removing, setRemoving] = useState<Transfer | null>(null)
  const waiting = usePages('GET /organisations/:organisation/arrivals', {
    params,
    query: { ...asked({ ...query, waiting: true, late: false, q: '' }), limit: 200 },
  })
  const transfers = usePages('GET /organisations/:organisation/transfers', {
    params,
    query: { direction, from, to, limit: 100 },
  })
  const { seat, send, sending } = useSeating(organisation)
  const people = new Map(waiting.rows.map((one) => [one.journeyId, one]))
  const chosen = [...selected].flatMap((id) => people.get(id) ?? [])
  const select = (ids: readonly string[], on: boolean): void => {
    const next = new Set(selected)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setSelected(next)
  }
  const putOn = (journeyIds: readonly string[], transfer: Transfer): void => {
    seat(
      journeyIds.flatMap((id) => people.get(id) ?? []),
      transfer.id,
    )
    setSelected(new Set())
  }
  const propose = useApiMutation('POST /organisations/:organisation/transfers/proposal', {
    onDone: ({ seats, without }) => {
      if (seats.length === 0) toast(t('journeys:transfers.nothingFits'))
      else
        send(seats, (done) =>
          toast(t('journeys:transfers.filled', { count: done, without: without.length }), {
            label: t('journeys:undo'),
            run: () => send(seats.map(({ journeyId }) => ({ journeyId, transferId: null }))),
          }),
        )
    },
  })
  const remove = useApiMutation('DELETE /organisations/:organisation/transfers/:transfer', {
    invalidates: journeyReads,
    onDone: () => setRemoving(null),
  })
  const whyNotFill = !mayEdit
    ? t('journeys:coordinatorsOnly')
    : waiting.rows.length === 0
      ? t('journeys:transfers.allSeated')
      : transfers.rows.length === 0
        ? t('journeys:transfers.noneYet')
        : null
  const add = (
    <ReasonButton
      whyNot={mayEdit ? null : t('journeys:coordinatorsOnly')}
      onClick={() => setDialog({ transfer: null })}
    >
      {t('journeys:transfers.add')}
    </ReasonButton>
  )
  return (
    <>
      <PageHeader
        title={t('journeys:transfers.title')}
        trail={[{ label: t('journeys:list.title'), to: paths.arrivals(organisation) }]}
        description={t('journeys:transfers.text')}
        actions={
          <>
            <Button variant="subtle" onClick={() => window.print()}>
              {t('journeys:transfers.print')}
            </Button>
            <ReasonButton
              variant="default"
              whyNot={whyNotFill}
              loading={propose.isPending || sending}
              onClick={() =>
                propose.mutate(
                  { params, body: { direction, from, to } },
                  { onError: (error) => void toastProblem(error) },
                )
              }
            >
              {t('journeys:transfers.fill')}
            </ReasonButton>
            {add}
          </>
        }
      />
      <ArrivalFilters query={query} change={change} short />
      <ProblemNote problem={waiting.problem ?? transfers.problem} retry={transfers.retry} />
      {(waiting.loading || transfers.loading) && <SkeletonRows />}
      <div className={classes.board}>
        <section aria-labelledby="unassigned" className={classes.noPrint}>
          <h2 id="unassigned" className={classes.dayTitle}>
            {t('journeys:transfers.waiting', { count: waiting.rows.length })}
          </h2>
          {!waiting.loading && waiting.rows.length === 0 && (
            <p className={classes.quiet}>{t('journeys:transfers.nobodyWaits')}</p>
          )}
          <Unassigned people={waiting.rows} selected={selected} onSelect={select} mayEdit={mayEdit} />
          <MoreRows pages={waiting} />
        </section>
        <section aria-label={t('journeys:transfers.vehicles')}>
          {!transfers.loading && transfers.rows.length === 0 && (
            <EmptyState
              title={t('journeys:transfers.emptyTitle')}
              text={t('journeys:transfers.emptyText')}
              action={add}
            />
          )}
          <Vehicles transfers={transfers.rows}>
            {(transfer) => (
              <TransferCard
                key={transfer.id}
                transfer={transfer}
                selected={chosen.length}
                mayEdit={mayEdit}
                onPutOn={() => putOn([...selected], transfer)}
                onDrop={(ids) => putOn(ids, transfer)}
                onTakeOff={(person) => seat([person], null)}
                onEdit={() => setDialog({ transfer })}
                onRemove={() => setRemoving(transfer)}
              />
            )}
          </Vehicles>
          <MoreRows pages={transfers} />
        </section>
      </div>
      <Suspense>
        {dialog && (
          <TransferDialog
            organisation={organisation}
            direction={direction}
            transfer={dialog.transfer}
            day={waiting.rows[0]?.day ?? from}
            like={transfers.rows.at(-1)}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
      <ConfirmDialog
        opened={removing !== null}
        title={t('journeys:transfer.removeTitle', { name: removing?.name ?? '' })}
        confirm={t('journeys:transfer.remove')}
        danger
        busy={remove.isPending}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && remove.mutate({ params: { organisation, transfer: removing.id } })}
      >
        {t('journeys:transfer.removeText', { count: removing?.taken ?? 0 })}
        <ProblemNote problem={remove.error} />
      </ConfirmDialog>
    </>
  )
}

function Vehicles({
  transfers,
  children,
}: {
  transfers: readonly Transfer[]
  children: (transfer: Transfer) => React.ReactNode
}) {
  const format = useFormat()
  return [...Map.groupBy(transfers, ({ onDay }) => onDay)].map(([day, some]) => (
    <div key={day} className={classes.day}>
      <h2 className={classes.dayTitle}>{format.date(day, 'weekday')}</h2>
      <div className={classes.vehicles}>{some.map(children)}</div>
    </div>
  ))
}
