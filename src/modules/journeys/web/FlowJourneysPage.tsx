import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { BookingCard } from './BookingCard.tsx'
import { BookingForm, type Added } from './BookingForm.tsx'
import { BookingPaste } from './BookingPaste.tsx'
import { journeyReads, type Booking, type FlowJourneysAnswer, type Reading } from './journey-answers.ts'
import { useSayGreen } from './use-say-green.ts'
import classes from './journeys.module.css'

type Entering = { step: 'paste' } | { step: 'form'; reading: Reading | null; booking: Booking | null }

/** How a flow travels: its bookings, who has no journey yet, and who travels green. */
export default function FlowJourneysPage() {
  const { organisation = '', flow = '' } = useParams()
  const { t } = useTranslation('journeys')
  const read = useApi('GET /organisations/:organisation/flows/:flow/bookings', {
    params: { organisation, flow },
  })
  if (read.data) return <FlowJourneysBody organisation={organisation} data={read.data} />
  return (
    <>
      <PageHeader title={t('journeys:title')} trail={[]} />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
    </>
  )
}

function FlowJourneysBody({ organisation, data }: { organisation: string; data: FlowJourneysAnswer }) {
  const { t } = useTranslation('journeys')
  const [entering, setEntering] = useState<Entering | null>(null)
  const [added, setAdded] = useState<Added | null>(null)
  const start = (
    <ReasonButton
      whyNot={data.mayEdit ? null : t('journeys:coordinatorsOnly')}
      onClick={() => {
        setAdded(null)
        setEntering({ step: 'paste' })
      }}
    >
      {t('journeys:booking.enter')}
    </ReasonButton>
  )
  const known = data.people.filter(({ directions }) => directions.includes('out')).length
  return (
    <>
      <PageHeader
        title={t('journeys:flowTitle', { flow: data.flow.name })}
        trail={[
          { label: t('journeys:list.title'), to: paths.arrivals(organisation) },
          { label: data.flow.name, to: paths.flow(organisation, data.flow.id) },
        ]}
        description={t('journeys:flowKnown', { known, count: data.people.length })}
        actions={!entering && start}
      />
      <div className={tables.sections}>
        {added && <AddedRows added={added} onClose={() => setAdded(null)} />}
        {entering && (
          <Section title={t('journeys:booking.enter')}>
            {entering.step === 'paste' ? (
              <BookingPaste
                organisation={organisation}
                flow={data.flow.id}
                onRead={(reading) => setEntering({ step: 'form', reading, booking: null })}
                onType={() => setEntering({ step: 'form', reading: null, booking: null })}
              />
            ) : (
              <BookingForm
                key={entering.booking?.id ?? 'new'}
                organisation={organisation}
                data={data}
                reading={entering.reading}
                booking={entering.booking}
                onClose={() => setEntering(null)}
                onDone={(answer) => {
                  setAdded(answer)
                  setEntering(null)
                }}
              />
            )}
          </Section>
        )}
        <Greener organisation={organisation} data={data} />
        <Without organisation={organisation} data={data} />
        {data.bookings.length === 0 && !entering && (
          <EmptyState
            title={t('journeys:booking.emptyTitle')}
            text={t('journeys:booking.emptyText')}
            action={start}
          />
        )}
        {data.bookings.length > 0 && (
          <Section title={t('journeys:booking.title')}>
            <ul className={classes.plain}>
              {data.bookings.map((booking) => (
                <BookingCard
                  key={booking.id}
                  organisation={organisation}
                  booking={booking}
                  data={data}
                  onChange={() => setEntering({ step: 'form', reading: null, booking })}
                />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}

/** One answer for each person, those who were not put on first. */
function AddedRows({ added, onClose }: { added: Added; onClose: () => void }) {
  const { t } = useTranslation('journeys')
  const done = added.rows.filter(({ outcome }) => outcome === 'done').length
  const others = added.rows.filter(({ outcome }) => outcome !== 'done')
  return (
    <Alert
      role="status"
      color={others.length > 0 ? 'yellow' : 'line'}
      withCloseButton
      closeButtonLabel={t('journeys:booking.closeRows')}
      onClose={onClose}
      title={t('journeys:booking.added', { count: done })}
    >
      {others.length > 0 && (
        <ul className={classes.plain}>
          {others.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows are an answer and do not move
            <li key={at}>
              {row.name}: {row.code && t(`journeys:row.${row.code}`)}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

/** Who travels green by the legs while the grant does not say so. */
function Greener({ organisation, data }: { organisation: string; data: FlowJourneysAnswer }) {
  const { t } = useTranslation('journeys')
  const { sayGreen, sending } = useSayGreen(organisation)
  const ids = data.people
    .filter(({ green, saysGreen }) => green === true && saysGreen !== true)
    .map(({ mobilityId }) => mobilityId)
  if (ids.length === 0 || !data.flow.own || !data.mayEdit) return null
  return (
    <div className={classes.missingRow}>
      <span>{t('journeys:green.offer', { count: ids.length })}</span>
      <Button size="xs" loading={sending} onClick={() => sayGreen(ids)}>
        {t('journeys:green.say', { count: ids.length })}
      </Button>
    </div>
  )
}

function Without({ organisation, data }: { organisation: string; data: FlowJourneysAnswer }) {
  const { t } = useTranslation('journeys')
  const ask = useApiMutation('POST /organisations/:organisation/arrivals/requests', {
    invalidates: journeyReads,
    onDone: ({ asked }) => toast(t('journeys:missing.asked', { count: asked })),
  })
  const without = data.people.filter(({ directions }) => !directions.includes('out'))
  if (without.length === 0) return null
  return (
    <details className={classes.missing}>
      <summary>
        {t('journeys:missing.out', {
          count: without.length,
          people: data.people.length,
          example: without[0]?.participant ?? '',
        })}
      </summary>
      <p className={classes.quiet}>{without.map(({ participant }) => participant).join(', ')}</p>
      {data.mayEdit && (
        <Button
          size="xs"
          variant="default"
          loading={ask.isPending}
          onClick={() =>
            ask.mutate(
              { params: { organisation }, body: { flowId: data.flow.id } },
              { onError: (error) => void toastProblem(error) },
            )
          }
        >
          {t('journeys:missing.ask')}
        </Button>
      )}
    </details>
  )
}
