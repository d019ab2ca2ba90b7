import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import type { OwnPapers } from './paper-answers.ts'
import classes from './papers.module.css'

/** Whom to call when something happens: 112, the insurer, the host, the school. Works without a network once it was opened. */
export function EmergencyCard({ stay }: { stay: OwnPapers }) {
  const { t } = useTranslation('papers')
  const mobility = useApi('GET /me/mobilities/:mobility', { params: { mobility: stay.mobilityId } }).data
  const { insurance } = stay
  const helpers = (mobility?.helpers ?? []).filter(({ phone }) => phone)
  return (
    <section className={classes.card} aria-labelledby={`card-${stay.mobilityId}`}>
      <h3 id={`card-${stay.mobilityId}`} className={classes.phoneTitle}>
        {t('papers:card.title')}
      </h3>
      <Call label={t('papers:card.europe')} phone="112" />
      {insurance?.emergencyPhone && (
        <Call
          label={t('papers:card.insurer', { insurer: insurance.insurer })}
          more={insurance.number ? t('papers:card.policy', { number: insurance.number }) : null}
          phone={insurance.emergencyPhone}
        />
      )}
      {helpers.map((one) => (
        <Call
          key={`${one.role}${one.duty}${one.phone}`}
          label={one.name ?? one.organisation}
          more={one.name ? one.organisation : null}
          phone={one.phone ?? ''}
        />
      ))}
    </section>
  )
}

function Call({ label, more, phone }: { label: string; more?: string | null; phone: string }) {
  return (
    <div className={classes.call}>
      <span>
        {label}
        {more && <span className={classes.quiet}> {more}</span>}
      </span>
      <strong className={classes.callNumber}>
        <PhoneLink number={phone} />
      </strong>
    </div>
  )
}
