import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import { LateWords } from '#modules/journeys/web/LateWords.tsx'
import { PickUp } from '#modules/journeys/web/PickUp.tsx'
import { WayView } from '#modules/journeys/web/WayView.tsx'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import type { DeparturePack } from './keep-pack.ts'
import classes from './pack.module.css'

/** A pack: where and when, the home, the work, whom to call, and what is still to come. The same for phone, paper and staff. */
export function Pack({ pack }: { pack: DeparturePack }) {
  const { t } = useTranslation(['departure-packs', 'record'])
  const format = useFormat()
  const place = [pack.town, pack.country && format.country(pack.country)].filter(Boolean).join(', ')
  return (
    <article className={classes.pack}>
      <p className={classes.strong}>{pack.participant}</p>
      <p className={classes.quiet}>
        {[
          place,
          pack.departure && pack.return && format.dateRange(pack.departure, pack.return, 'long'),
          pack.flow,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Emergency pack={pack} />
      <Ways ways={pack.ways} />
      <Card title={t('departure-packs:home')}>
        {pack.homes.length === 0 && <p className={classes.quiet}>{t('departure-packs:homeOpen')}</p>}
        {pack.homes.map((home) => (
          <Home key={home.startsOn} home={home} alone={pack.homes.length === 1} />
        ))}
      </Card>
      <Card title={t('departure-packs:work')}>
        {pack.work.length === 0 && <p className={classes.quiet}>{t('departure-packs:workOpen')}</p>}
        {pack.work.map((work) => (
          <Work key={`${work.company} ${work.startsOn}`} work={work} alone={pack.work.length === 1} />
        ))}
      </Card>
      <StillToCome missing={pack.missing} />
    </article>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <h2 id={heading} className={classes.sub}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function Ways({ ways }: { ways: DeparturePack['ways'] }) {
  const { t } = useTranslation(['departure-packs', 'journeys'])
  const { out, back, late, arrivalContact } = ways
  return (
    <Card title={t('departure-packs:way')}>
      {!out && <p className={classes.quiet}>{t('departure-packs:wayOpen')}</p>}
      {[out, back].map(
        (way, at) =>
          way && (
            <div key={way.journeyId} className={classes.part}>
              <h3 className={classes.sub}>{t(`journeys:way.${at === 0 ? 'out' : 'back'}`)}</h3>
              <WayView way={way} />
              <PickUp way={way} />
            </div>
          ),
      )}
      {out && (
        <div className={classes.part}>
          <h3 className={classes.sub}>{t('journeys:late.title')}</h3>
          <LateWords text={late.text} />
          {arrivalContact?.phone && (
            <p>
              {arrivalContact.name} <PhoneLink number={arrivalContact.phone} />
            </p>
          )}
        </div>
      )}
    </Card>
  )
}

function Work({ work, alone }: { work: DeparturePack['work'][number]; alone: boolean }) {
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  return (
    <div className={classes.part}>
      {!alone && work.startsOn && work.endsOn && (
        <p className={classes.quiet}>{format.dateRange(work.startsOn, work.endsOn)}</p>
      )}
      <p className={classes.strong}>{work.company}</p>
      {work.address && <p>{work.address}</p>}
      {work.hours && <p>{t('departure-packs:hours', { hours: work.hours })}</p>}
      {work.tutor && (
        <p>
          {t('departure-packs:tutor', { name: work.tutor })} {work.phone && <PhoneLink number={work.phone} />}
        </p>
      )}
    </div>
  )
}

function Home({ home, alone }: { home: DeparturePack['homes'][number]; alone: boolean }) {
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  return (
    <div className={classes.part}>
      {!alone && <p className={classes.quiet}>{format.dateRange(home.startsOn, home.endsOn)}</p>}
      <p className={classes.strong}>{home.housing}</p>
      <p>{[home.address, home.town].filter(Boolean).join(', ')}</p>
      <p>{t('departure-packs:room', { room: home.room })}</p>
      {home.contact && (
        <p>
          {home.contact} {home.phone && <PhoneLink number={home.phone} />}
        </p>
      )}
      {home.email && (
        <p>
          <MailLink address={home.email} />
        </p>
      )}
      {home.rules && (
        <details>
          <summary>{t('departure-packs:rules')}</summary>
          <p className={classes.text}>{home.rules}</p>
        </details>
      )}
    </div>
  )
}

/** The first thing on the page: the number for all Europe, and those who come when called. */
function Emergency({ pack }: { pack: DeparturePack }) {
  const { t } = useTranslation(['departure-packs', 'tasks', 'mobilities'])
  return (
    <Card title={t('departure-packs:help')}>
      <p>
        {t('departure-packs:danger')}{' '}
        <strong className={classes.strong}>
          <PhoneLink number="112" />
        </strong>
      </p>
      {pack.insurance && (
        <p>
          {t('departure-packs:insurance', { insurer: pack.insurance.insurer })}{' '}
          {pack.insurance.emergencyPhone && <PhoneLink number={pack.insurance.emergencyPhone} />}
        </p>
      )}
      <ul className={classes.list}>
        {pack.helpers
          .filter(({ phone, email }) => phone || email)
          .map(({ role, duty, name, organisation, phone, email }) => (
            <li key={`${role} ${duty} ${name} ${organisation}`} className={classes.row}>
              <span>
                {name ?? organisation}
                <span className={classes.under}>
                  {[
                    duty
                      ? t(`tasks:dutyName.${duty}`, { defaultValue: duty })
                      : t(`mobilities:partyRole.${role}`),
                    name && organisation,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {phone ? <PhoneLink number={phone} /> : email && <MailLink address={email} />}
            </li>
          ))}
      </ul>
    </Card>
  )
}

function StillToCome({ missing }: { missing: DeparturePack['missing'] }) {
  const { t } = useTranslation(['departure-packs', 'mobilities'])
  const title = useTaskTitle()
  if (missing.length === 0) return null
  return (
    <Card title={t('departure-packs:missing')}>
      <ul className={classes.list}>
        {missing.map((task) => (
          <li key={task.key} className={classes.row}>
            <span>
              {title(task)}
              <span className={classes.under}>{t(`mobilities:partyRole.${task.owner}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
