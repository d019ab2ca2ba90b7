import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import { directions, type Direction } from '../travel-means.rules.ts'
import { GreenDeclaration } from './GreenDeclaration.tsx'
import { GreenShare } from './GreenShare.tsx'
import type { Journey } from './journey-answers.ts'
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
  const client = useQueryClient()
  const [typing, setTyping] = useState<Direction | null>(null)
  const { data: journey } = useApi(read, { params: { mobility } })
  if (!journey) return null
  return (
    <section className={className}>
      <h3 className={heading}>{t('journeys:own.title')}</h3>
      <div className={classes.stack}>
        {directions.map((direction) => (
          <OwnWay
            key={direction}
            journey={journey}
            direction={direction}
            onType={() => setTyping(direction)}
          />
        ))}
        {journey.out && <WhenLate journey={journey} />}
        {journey.green.greenKm > 0 && <GreenShare green={journey.green} />}
        <OwnDeclaration journey={journey} />
        <OwnProofs journey={journey} />
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

function OwnWay({
  journey,
  direction,
  onType,
}: {
  journey: Journey
  direction: Direction
  onType: () => void
}) {
  const { t } = useTranslation('journeys')
  const way = journey[direction]
  return (
    <div>
      <h4 className={classes.wayTitle}>{t(`journeys:way.${direction}`)}</h4>
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
  const { t } = useTranslation('journeys')
  const { arrivalContact, late } = journey
  const driver = journey.out?.transfer
  const [name, phone] = arrivalContact?.phone
    ? [arrivalContact.name, arrivalContact.phone]
    : [driver?.driver, driver?.phone]
  return (
    <div>
      <h4 className={classes.wayTitle}>{t('journeys:late.title')}</h4>
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
      <h4 className={classes.wayTitle}>{t('journeys:proof.title')}</h4>
      <p className={classes.quiet}>{t('journeys:proof.why')}</p>
      <Proofs
        journey={journey}
        hrefOf={(fileId) => `/api/v1/me/files/${fileId}`}
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
