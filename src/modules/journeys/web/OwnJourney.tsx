import { Anchor, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import { directions, type Direction } from '../travel-means.rules.ts'
import { GreenShare } from './GreenShare.tsx'
import type { Journey } from './journey-answers.ts'
import { PickUp } from './PickUp.tsx'
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
      {way?.transfer && <PickUp transfer={way.transfer} />}
      {way && direction === 'out' && !way.transfer && (
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
      <p className={classes.text}>{late.text ?? t('journeys:late.usual')}</p>
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
  return (
    <div className={classes.stack}>
      <h4 className={classes.wayTitle}>{t('journeys:proof.title')}</h4>
      <p className={classes.quiet}>{t('journeys:proof.why')}</p>
      <ul className={classes.plain}>
        {journey.proofs.map((proof) => (
          <li key={proof.id}>
            <Anchor href={`/api/v1/me/files/${proof.fileId}`}>{proof.fileName}</Anchor>
          </li>
        ))}
      </ul>
      <EvidenceInput
        label={t('journeys:proof.keep')}
        send={(form) => {
          const body = new FormData()
          body.append('purpose', 'ticket')
          const file = form.get('file')
          if (file) body.append('file', file)
          return api('POST /me/mobilities/:mobility/files', { params, body } as never)
        }}
        onKept={(fileId) => {
          if (fileId) keep.mutate({ params, body: { fileId, kind: 'ticket' } })
        }}
      />
      <ProblemNote problem={keep.error} />
    </div>
  )
}
