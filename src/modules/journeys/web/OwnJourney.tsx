import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#shared/dates.ts'
import { api } from '#web/api/api.ts'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { Fold } from '#web/parts/Fold.tsx'
import { PhoneLink } from '#web/parts/Reach.tsx'
import type { Direction } from '../travel-means.rules.ts'
import { GreenDeclaration } from './GreenDeclaration.tsx'
import { GreenShare } from './GreenShare.tsx'
import type { Journey, Way } from './journey-answers.ts'
import { LateWords } from './LateWords.tsx'
import { PickUp } from './PickUp.tsx'
import { Proofs } from './Proofs.tsx'
import { WayView } from './WayView.tsx'
import classes from './journeys.module.css'

const WayDialog = lazy(() => import('./WayDialog.tsx'))
const read = 'GET /me/mobilities/:mobility/journey'

interface OwnJourneyProps {
  mobility: string
  className: string
  heading: string
}

/** A participant's journey on the phone: when and from where, who waits, what to do when late, the ticket. */
export default function OwnJourney({ mobility, className, heading }: OwnJourneyProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const client = useQueryClient()
  const [typing, setTyping] = useState<Direction | null>(null)
  const { data: journey } = useApi(read, { params: { mobility } })
  if (!journey) return null
  const leaves = journey.departure === null ? 0 : daysBetween(todayHere(), journey.departure)
  const travelled = leaves < 0
  return (
    <section className={className}>
      <h3 className={heading}>{t('journeys:own.title')}</h3>
      <div className={classes.stack}>
        <OwnWay journey={journey} direction="out" onType={() => setTyping('out')} />
        {!journey.back && <OwnWay journey={journey} direction="back" onType={() => setTyping('back')} />}
        <div>
          {journey.back && (
            <Fold
              title={t('journeys:way.back')}
              aside={startsAt(journey.back, (day, style) => format.date(day, style))}
              open={travelled || journey.back.pickUpBefore !== null}
            >
              <OwnWay journey={journey} direction="back" plain onType={() => setTyping('back')} />
            </Fold>
          )}
          {journey.out && (
            <Fold title={t('journeys:late.title')} open={leaves >= 0 && leaves <= 2}>
              <WhenLate journey={journey} />
            </Fold>
          )}
          <Fold
            title={t('journeys:proof.title')}
            aside={journey.proofs.length > 0 ? String(journey.proofs.length) : undefined}
            open={travelled && journey.proofs.length === 0}
          >
            <div className={classes.stack}>
              {journey.green.greenKm > 0 && <GreenShare green={journey.green} />}
              <OwnDeclaration journey={journey} />
              <OwnProofs journey={journey} />
            </div>
          </Fold>
        </div>
      </div>
      <Suspense>
        {typing && (
          <WayDialog
            journey={journey}
            direction={typing}
            send={(legs) =>
              api('PUT /me/mobilities/:mobility/journey/:direction', {
                params: { mobility, direction: typing },
                body: { legs },
              })
            }
            onClose={() => setTyping(null)}
            onDone={() => void refresh(client, [read, 'GET /me/mobilities/:mobility/tasks'])}
          />
        )}
      </Suspense>
    </section>
  )
}

/** In a few words when the way begins. */
const startsAt = (way: Way, date: (day: string, style: 'weekday') => string): string | undefined => {
  const [first] = way.legs
  return first && `${date(first.departsOn, 'weekday')}, ${first.departsAt}`
}

function OwnWay({
  journey,
  direction,
  plain = false,
  onType,
}: {
  journey: Journey
  direction: Direction
  /** Below a heading of its own. */
  plain?: boolean
  onType: () => void
}) {
  const { t } = useTranslation('journeys')
  const way = journey[direction]
  return (
    <div>
      {!plain && <h4 className={classes.wayTitle}>{t(`journeys:way.${direction}`)}</h4>}
      {way ? <WayView way={way} /> : <p className={classes.quiet}>{t(`journeys:own.none.${direction}`)}</p>}
      {way && <PickUp way={way} />}
      {way && direction === 'out' && !way.transfer && !way.pickUpBefore && (
        <p className={classes.quiet}>{t('journeys:own.noPickUp')}</p>
      )}
      {(!way || way.alone) && (
        <Button variant="default" fullWidth mt={8} mih={44} onClick={onType}>
          {t(way ? 'journeys:way.change' : 'journeys:way.enter')}
          <span className={classes.hidden}>: {t(`journeys:way.${direction}`)}</span>
        </Button>
      )}
    </div>
  )
}

function WhenLate({ journey }: { journey: Journey }) {
  const { arrivalContact, late } = journey
  const driver = journey.out?.transfer
  const [name, phone] = arrivalContact?.phone
    ? [arrivalContact.name, arrivalContact.phone]
    : [driver?.driver, driver?.phone]
  return (
    <div>
      <LateWords text={late.text} />
      {phone && (
        <p>
          {name} <PhoneLink number={phone} />
        </p>
      )}
    </div>
  )
}

function OwnProofs({ journey }: { journey: Journey }) {
  const { t } = useTranslation('journeys')
  const params = { mobility: journey.mobilityId }
  const keep = useApiMutation('POST /me/mobilities/:mobility/journey/proofs', { invalidates: [read] })
  const remove = useApiMutation('DELETE /me/mobilities/:mobility/journey/proofs/:proof', {
    invalidates: [read],
  })
  return (
    <div className={classes.stack}>
      <p className={classes.quiet}>{t('journeys:proof.why')}</p>
      <Proofs
        journey={journey}
        hrefOf={(proof) => `/api/v1/me/mobilities/${journey.mobilityId}/journey/proofs/${proof}`}
        send={(form) => {
          const body = new FormData()
          body.append('purpose', 'ticket')
          const file = form.get('file')
          if (file) body.append('file', file)
          return api('POST /me/mobilities/:mobility/files', { params, body } as never)
        }}
        keep={(body) => keep.mutate({ params, body })}
        remove={(proof, onDone) => remove.mutate({ params: { ...params, proof } }, { onSettled: onDone })}
        busy={remove.isPending}
        problem={keep.error ?? remove.error}
      />
    </div>
  )
}

const declaration = '/me/mobilities/:mobility/journey/green-declaration'

function OwnDeclaration({ journey }: { journey: Journey }) {
  const client = useQueryClient()
  const params = { mobility: journey.mobilityId }
  const takeBack = useApiMutation(`DELETE ${declaration}`, { invalidates: [read] })
  return (
    <GreenDeclaration
      journey={journey}
      declare={({ means, note }) =>
        api(`PUT ${declaration}`, { params, body: { means, note, honour: true } })
      }
      takeBack={(onDone) => takeBack.mutate({ params }, { onSettled: onDone })}
      busy={takeBack.isPending}
      problem={takeBack.error}
      onDone={() => void refresh(client, [read])}
    />
  )
}
