import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { apiPath, type AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { isOpen } from '#modules/mobilities/statuses.rules.ts'
import { Facts } from '#modules/mobilities/web/Facts.tsx'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import classes from './stays.module.css'

const NeedsDialog = lazy(() => import('./NeedsDialog.tsx'))

/** Where somebody lives, from when to when, and what matters for the room. For sender and host alike. */
export function StaySection({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation('stays')
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const mine = record.roles.some((role) => ['sending', 'hosting', 'accompanying'].includes(role))
  const params = { organisation, mobility: record.id }
  const { data } = useApi(
    'GET /organisations/:organisation/mobilities/:mobility/stays',
    { params },
    { enabled: mine },
  )
  if (!mine || !data) return null
  const hosts = record.roles.includes('hosting')
  const edits = may('mobilities.edit') && isOpen(record.status)
  return (
    <Section
      title={t('stays:record.title')}
      actions={
        <>
          {hosts && data.items.length === 0 && edits && (
            <Button
              component={Link}
              size="compact-sm"
              variant="default"
              to={`${paths.bedBoard(organisation)}?free=true${record.departure ? `&from=${record.departure}` : ''}`}
            >
              {t('stays:record.find')}
            </Button>
          )}
          {edits && (
            <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
              {t('stays:needs.action')}
            </Button>
          )}
        </>
      }
    >
      {data.items.length === 0 && (
        <p className={classes.quiet}>
          {t(isOpen(record.status) ? 'stays:record.none' : 'stays:record.noneOver')}
        </p>
      )}
      <div className={classes.stack}>
        {data.items.map((item) => (
          <Living key={item.id} item={item} organisation={organisation} mobility={record.id} />
        ))}
      </div>
      <Suspense>
        {asking && (
          <NeedsDialog
            organisation={organisation}
            mobility={record.id}
            name={record.participant.name}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </Section>
  )
}

type Item = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/stays'>['items'][number]

function Living({ item, organisation, mobility }: { item: Item; organisation: string; mobility: string }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const lines = [
    {
      label: t('stays:field.room'),
      value: t('stays:roomOf', { room: item.room, housing: item.housing }),
    },
    { label: t('stays:field.dates'), value: format.dateRange(item.startsOn, item.endsOn) },
    { label: t('stays:field.step'), value: t(`stays:step.${item.step}`) },
    {
      label: t('stays:field.where'),
      value: [item.address, item.town, item.country && format.country(item.country)]
        .filter(Boolean)
        .join(', '),
    },
    ...(item.contact || item.phone
      ? [
          {
            label: t('stays:field.contact'),
            value: [item.contact, item.phone, item.email].filter(Boolean).join(' · '),
          },
        ]
      : []),
    ...(item.rules ? [{ label: t('stays:field.rules'), value: item.rules, wide: true }] : []),
  ]
  return (
    <div>
      <Facts lines={lines} />
      {item.photos.length > 0 && (
        <ul className={classes.photos}>
          {item.photos.map((photo, at) => (
            <li key={photo.id} className={classes.photo}>
              <img
                src={apiPath('GET /organisations/:organisation/mobilities/:mobility/stays/photos/:photo', {
                  params: { organisation, mobility, photo: photo.id },
                })}
                alt={t('stays:photo.of', { number: at + 1, name: item.housing })}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      {item.own && (
        <div className={classes.buttons}>
          <Button
            component={Link}
            size="compact-sm"
            variant="subtle"
            to={`${paths.bedBoard(organisation)}?q=${encodeURIComponent(item.housing)}&from=${item.startsOn}`}
          >
            {t('stays:toBoard')}
          </Button>
          <Button
            component={Link}
            size="compact-sm"
            variant="subtle"
            to={paths.guestSheet(organisation, item.id)}
          >
            {t('stays:guest.open')}
          </Button>
        </div>
      )}
    </div>
  )
}
