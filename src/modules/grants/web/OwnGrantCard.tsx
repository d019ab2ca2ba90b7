import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { OwnPayments } from '#modules/payments/web/OwnPayments.tsx'
import { GrantLines } from './GrantLines.tsx'
import classes from './grants.module.css'

/** A participant's own grant: the sum, and behind it how it comes about. Nothing where nothing can be computed yet. */
export default function OwnGrantCard({ mobility, className }: { mobility: string; className: string }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const { data: grant } = useApi(
    'GET /me/mobilities/:mobility/grant',
    { params: { mobility } },
    { staleTime: 300_000 },
  )
  if (!grant || grant.open || grant.toParticipant === null) return null
  return (
    <section className={className}>
      <h3 className={classes.ownTitle}>{t('grants:own.title')}</h3>
      <p className={classes.ownSum}>{format.money(grant.toParticipant)}</p>
      <details>
        <summary>{t('grants:own.how')}</summary>
        <GrantLines grant={grant} />
      </details>
      <OwnPayments mobility={mobility} />
    </section>
  )
}
