import { Alert, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { keepFor } from '#modules/files/web/EvidenceInput.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { directions, type Direction } from '../travel-means.rules.ts'
import { GreenDeclaration } from './GreenDeclaration.tsx'
import { GreenShare } from './GreenShare.tsx'
import { journeyReads, type Journey } from './journey-answers.ts'
import { PickUp } from './PickUp.tsx'
import { Proofs } from './Proofs.tsx'
import { useSayGreen } from './use-say-green.ts'
import { WayView } from './WayView.tsx'
import classes from './journeys.module.css'

const WayDialog = lazy(() => import('./WayDialog.tsx'))

interface JourneySectionProps {
  record: MobilityRecord
  organisation: string
}

/** How somebody gets there and back, for the sender and the host. */
export function JourneySection({ record, organisation }: JourneySectionProps) {
  const { t } = useTranslation('journeys')
  const plans = record.roles.includes('sending') || record.roles.includes('hosting')
  const params = { organisation, mobility: record.id }
  const read = useApi(
    'GET /organisations/:organisation/mobilities/:mobility/journey',
    { params },
    { enabled: plans },
  )
  if (!plans) return null
  return (
    <Section
      title={t('journeys:title')}
      actions={
        record.flow && (
          <Button
            component={Link}
            to={paths.flowJourneys(organisation, record.flow.id)}
            variant="subtle"
            size="compact-sm"
          >
            {t('journeys:ofFlow')}
          </Button>
        )
      }
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={3} />}
      {read.data && <JourneyBody journey={read.data} record={record} organisation={organisation} />}
    </Section>
  )
}

function JourneyBody({ journey, record, organisation }: JourneySectionProps & { journey: Journey }) {
  const { t } = useTranslation('journeys')
  const client = useQueryClient()
  const [typing, setTyping] = useState<Direction | null>(null)
  const params = { organisation, mobility: record.id }
  return (
    <div className={classes.stack}>
      {directions.map((direction) => {
        const way = journey[direction]
        return (
          <div key={direction}>
            <div className={classes.wayHead}>
              <h3 className={classes.sub}>{t(`journeys:way.${direction}`)}</h3>
              {journey.mayEdit && (
                <Button variant="default" size="compact-sm" onClick={() => setTyping(direction)}>
                  {t(way ? 'journeys:way.change' : 'journeys:way.enter')}
                  <span className={classes.hidden}>: {t(`journeys:way.${direction}`)}</span>
                </Button>
              )}
            </div>
            {way ? (
              <WayView way={way} />
            ) : (
              <p className={classes.quiet}>{t(`journeys:way.none.${direction}`)}</p>
            )}
            {way && <PickUp way={way} />}
          </div>
        )
      })}
      <GreenShare green={journey.green} />
      <SayGreen journey={journey} organisation={organisation} />
      {record.roles.includes('sending') && (
        <>
          <Declaration journey={journey} organisation={organisation} />
          <Evidence journey={journey} organisation={organisation} />
        </>
      )}
      <Suspense>
        {typing && (
          <WayDialog
            journey={journey}
            direction={typing}
            send={(legs) =>
              api('PUT /organisations/:organisation/mobilities/:mobility/journey/:direction', {
                params: { ...params, direction: typing },
                body: { legs },
              })
            }
            onClose={() => setTyping(null)}
            onDone={() => void refresh(client, journeyReads)}
          />
        )}
      </Suspense>
    </div>
  )
}

/** Offers to say in the grant what the legs say; nothing is changed without a click. */
function SayGreen({ journey, organisation }: { journey: Journey; organisation: string }) {
  const { t } = useTranslation('journeys')
  const { sayGreen, sending } = useSayGreen(organisation)
  const { green, saysGreen } = journey
  if (saysGreen === true && green.green === false)
    return <Alert color="yellow">{t('journeys:green.grantSaysMore')}</Alert>
  if (!green.green || saysGreen === true || !journey.mayEdit) return null
  return (
    <div>
      <Button size="xs" loading={sending} onClick={() => sayGreen([journey.mobilityId])}>
        {t('journeys:green.say', { count: 1 })}
      </Button>
    </div>
  )
}

function Evidence({ journey, organisation }: { journey: Journey; organisation: string }) {
  const { t } = useTranslation('journeys')
  const params = { organisation, mobility: journey.mobilityId }
  const keep = useApiMutation('POST /organisations/:organisation/mobilities/:mobility/journey/proofs', {
    invalidates: journeyReads,
  })
  const remove = useApiMutation(
    'DELETE /organisations/:organisation/mobilities/:mobility/journey/proofs/:proof',
    { invalidates: journeyReads },
  )
  return (
    <div className={classes.stack}>
      <h3 className={classes.sub}>{t('journeys:proof.title')}</h3>
      {journey.proofs.length === 0 && <p className={classes.quiet}>{t('journeys:proof.none')}</p>}
      <Proofs
        journey={journey}
        hrefOf={(proof) =>
          `/api/v1/organisations/${organisation}/mobilities/${journey.mobilityId}/journey/proofs/${proof}`
        }
        send={keepFor(organisation, 'ticket')}
        keep={(body) => keep.mutate({ params, body })}
        remove={(proof, onDone) => remove.mutate({ params: { ...params, proof } }, { onSettled: onDone })}
        busy={remove.isPending}
        problem={keep.error ?? remove.error}
      />
    </div>
  )
}

const declaration = '/organisations/:organisation/mobilities/:mobility/journey/green-declaration'

/** What was stated of green travel, for the sender, who writes down what came on paper. */
function Declaration({ journey, organisation }: { journey: Journey; organisation: string }) {
  const client = useQueryClient()
  const params = { organisation, mobility: journey.mobilityId }
  const takeBack = useApiMutation(`DELETE ${declaration}`, { invalidates: journeyReads })
  return (
    <GreenDeclaration
      journey={journey}
      onPaper={{ keepPaper: keepFor(organisation, 'green-declaration') }}
      declare={({ means, note, fileId }) =>
        api(`PUT ${declaration}`, { params, body: { means, note, fileId: fileId ?? '' } })
      }
      takeBack={(onDone) => takeBack.mutate({ params }, { onSettled: onDone })}
      busy={takeBack.isPending}
      problem={takeBack.error}
      onDone={() => void refresh(client, journeyReads)}
    />
  )
}
