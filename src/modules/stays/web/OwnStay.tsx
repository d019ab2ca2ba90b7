import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath, type AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import classes from './stays.module.css'

const OwnProfileForm = lazy(() => import('./OwnProfileForm.tsx'))

interface OwnStayProps {
  mobility: string
  className: string
  heading: string
}

/** Where one lives, on the phone: address, room, days, whom to call, the house rules, what it looks like. Only once a bed is given. */
export default function OwnStay({ mobility, className, heading }: OwnStayProps) {
  const { t } = useTranslation('stays')
  const { data } = useApi('GET /me/mobilities/:mobility/stays', { params: { mobility } })
  if (!data || data.items.length === 0) return null
  return (
    <section className={className}>
      <h3 className={heading}>{t('stays:own.title')}</h3>
      {data.items.map((item) => (
        <Home key={item.id} item={item} mobility={mobility} />
      ))}
      <Told mobility={mobility} family={data.items.some(({ kind }) => kind === 'family')} />
    </section>
  )
}

type Item = AnswerOf<'GET /me/mobilities/:mobility/stays'>['items'][number]

function Home({ item, mobility }: { item: Item; mobility: string }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const where = [item.address, item.town].filter(Boolean).join(', ')
  return (
    <div className={classes.home}>
      <p className={classes.homeName}>{item.housing}</p>
      <p className={classes.homeLine}>{format.dateRange(item.startsOn, item.endsOn, 'long')}</p>
      {where && (
        <p className={classes.homeLine}>
          {where}
          {item.country && `, ${format.country(item.country)}`}
        </p>
      )}
      <p className={classes.homeLine}>
        {t('stays:own.room', { room: item.room, bed: item.bed })} · {t(`stays:own.step.${item.step}`)}
      </p>
      {item.deposit !== null && (
        <p className={classes.quiet}>
          {item.depositBack === null
            ? t('stays:own.deposit', { sum: format.money(item.deposit) })
            : t('stays:own.depositBack', {
                sum: format.money(item.deposit),
                back: format.money(item.depositBack),
              })}
        </p>
      )}
      {(item.contact || item.phone || item.email) && (
        <p className={classes.homeLine}>
          {item.contact}
          {item.phone && (
            <>
              {' '}
              <PhoneLink number={item.phone} />
            </>
          )}
          {item.email && (
            <>
              {' '}
              <MailLink address={item.email} />
            </>
          )}
        </p>
      )}
      {item.photos.length > 0 && (
        <ul className={classes.photos}>
          {item.photos.map((photo, at) => (
            <li key={photo.id} className={classes.photo}>
              <img
                src={apiPath('GET /me/mobilities/:mobility/stays/photos/:photo', {
                  params: { mobility, photo: photo.id },
                })}
                alt={t('stays:photo.of', { number: at + 1, name: item.housing })}
                loading="lazy"
              />
            </li>
          ))}
        </ul>
      )}
      {item.profile && (
        <details className={classes.more}>
          <summary>{t('stays:own.family')}</summary>
          <p className={classes.pre}>{item.profile}</p>
        </details>
      )}
      {item.rules && (
        <details className={classes.more}>
          <summary>{t('stays:field.rules')}</summary>
          <p className={classes.pre}>{item.rules}</p>
        </details>
      )}
    </div>
  )
}

/** What the hosts are told: in the guest's own words, and only those. */
function Told({ mobility, family }: { mobility: string; family: boolean }) {
  const { t } = useTranslation('stays')
  const [writing, setWriting] = useState(false)
  const { data } = useApi('GET /me/mobilities/:mobility/stay-profile', { params: { mobility } })
  if (!data || !family) return null
  const said = [data.about, data.interests, data.food].some(Boolean)
  return (
    <div>
      <p className={classes.quiet}>{t(said ? 'stays:own.said' : 'stays:own.saidNothing')}</p>
      {!writing && (
        <Button variant="default" fullWidth size="md" onClick={() => setWriting(true)}>
          {t(said ? 'stays:own.change' : 'stays:own.write')}
        </Button>
      )}
      <Suspense>
        {writing && <OwnProfileForm mobility={mobility} profile={data} onClose={() => setWriting(false)} />}
      </Suspense>
    </div>
  )
}
