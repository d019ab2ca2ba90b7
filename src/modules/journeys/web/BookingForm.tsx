import { Alert, Button, Checkbox, Group, NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { peopleOfFlow, peopleOfReading, travellersOf } from './booking-people.ts'
import { BookingPeople } from './BookingPeople.tsx'
import { journeyReads, type Booking, type FlowJourneysAnswer, type Reading } from './journey-answers.ts'
import { KnownTimes } from './KnownTimes.tsx'
import { emptyLeg, inputOf, nextLeg, valuesOf, type LegValues } from './leg-values.ts'
import { LegFields } from './LegFields.tsx'
import classes from './journeys.module.css'

export type Added = AnswerOf<'POST /organisations/:organisation/flows/:flow/bookings'>

interface BookingFormProps {
  organisation: string
  data: FlowJourneysAnswer
  /** What was read; null when it is typed or changed. */
  reading: Reading | null
  /** The booking that is changed; null for a new one. */
  booking: Booking | null
  onClose: () => void
  onDone: (added: Added | null) => void
}

/** An itinerary may name who travels. */
const understood = ({ kind, travellers }: Reading) =>
  kind === 'itinerary' && travellers.length > 0 ? 'named' : kind

/** A booking as it was understood, corrected in place, with who travels; saved only then. */
export function BookingForm({ organisation, data, reading, booking, onClose, onDone }: BookingFormProps) {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const { flow } = data
  const places = {
    home: flow.homeTown && flow.homeCountry ? { town: flow.homeTown, country: flow.homeCountry } : null,
    place: flow.town && flow.country ? { town: flow.town, country: flow.country } : null,
  }
  const [people, setPeople] = useState(() => (reading ? peopleOfReading(reading) : peopleOfFlow(data.people)))
  const [replace, setReplace] = useState(false)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      reference: booking?.reference ?? reading?.reference ?? '',
      carrier: booking?.carrier ?? '',
      seats: (booking?.seats ?? '') as number | '',
      legs: (booking?.legs ?? reading?.legs)?.map(valuesOf) ?? [
        emptyLeg('out', places, flow.startDate),
        emptyLeg('back', places, flow.endDate),
      ],
    },
    send: async ({ seats, legs, ...values }) => {
      const body = { ...values, seats: seats === '' ? null : Number(seats), legs: legs.map(inputOf) }
      if (booking) {
        await api('PUT /organisations/:organisation/bookings/:booking', {
          params: { organisation, booking: booking.id },
          body: { ...body, note: booking.note, version: booking.version },
        })
        onDone(null)
      } else
        onDone(
          await api('POST /organisations/:organisation/flows/:flow/bookings', {
            params: { organisation, flow: flow.id },
            body: { ...body, travellers: travellersOf(people), replace },
          }),
        )
    },
    onDone: () => void refresh(client, journeyReads),
  })
  const { legs } = form.values
  const has = new Map(data.people.map((one) => [one.mobilityId, one.directions.length > 0]))
  const asksReplace = !booking && people.some(({ chosen, who }) => chosen && has.get(who))
  const add = (direction: LegValues['direction']): void =>
    form.insertListItem('legs', nextLeg(legs, direction, places))
  return (
    <form onSubmit={submit} noValidate className={classes.stack}>
      {reading && (
        <Alert color={reading.kind === 'nothing' ? 'yellow' : 'line'} role="status">
          {t(`journeys:paste.understood.${understood(reading)}`, {
            legs: t('journeys:paste.legs', { count: reading.legs.length }),
            people: t('journeys:list.people', { count: reading.travellers.length }),
          })}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput label={t('journeys:booking.reference')} {...form.getInputProps('reference')} />
        <TextInput label={t('journeys:booking.carrier')} {...form.getInputProps('carrier')} />
        <NumberInput
          label={t('journeys:booking.seats')}
          min={1}
          max={1000}
          allowDecimal={false}
          {...form.getInputProps('seats')}
        />
      </SimpleGrid>
      <h3 className={classes.sub}>{t('journeys:booking.legs')}</h3>
      {legs.map((leg, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a leg is its place in the list until it is saved
        <div key={`${leg.id}${at}`}>
          <LegFields
            form={form}
            at={at}
            withDirection
            onRemove={legs.length > 1 ? () => form.removeListItem('legs', at) : undefined}
          />
          <KnownTimes
            leg={leg}
            bookings={data.bookings.filter(({ id }) => id !== booking?.id)}
            onUse={({ departsAt, arrivesOn, arrivesAt }) =>
              form.setFieldValue(
                'legs',
                legs.map((one, place) => (place === at ? { ...one, departsAt, arrivesOn, arrivesAt } : one)),
              )
            }
          />
        </div>
      ))}
      <Group>
        {(['out', 'back'] as const).map((direction) => (
          <Button
            key={direction}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(direction)}
          >
            {t(`journeys:leg.addTo.${direction}`)}
          </Button>
        ))}
      </Group>
      {!booking && (
        <>
          <h3 className={classes.sub}>{t('journeys:booking.people')}</h3>
          <BookingPeople people={people} known={data.people} onChange={setPeople} />
          {asksReplace && (
            <Checkbox
              label={t('journeys:booking.replace')}
              checked={replace}
              onChange={(event) => setReplace(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      <ProblemNote problem={problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('journeys:booking.cancel')}
        </Button>
        <Button type="submit" loading={sending}>
          {t('journeys:booking.save')}
        </Button>
      </Group>
    </form>
  )
}
