import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import classes from './organisations.module.css'

export type PartnerItem = AnswerOf<'GET /organisations/:organisation/partners'>['items'][number]

/** Partners, each with the way to its page and to the mobilities with it. */
export function PartnerTable({
  partners,
  organisation,
}: {
  partners: readonly PartnerItem[]
  organisation: string
}) {
  const { t } = useTranslation('organisations')
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('organisations:field.name')}</th>
            <th scope="col">{t('organisations:field.kinds')}</th>
            <th scope="col">{t('organisations:partners.where')}</th>
            <th scope="col">{t('organisations:field.oid')}</th>
            <th scope="col">{t('organisations:field.email')}</th>
            <th scope="col" className={classes.number}>
              {t('organisations:partners.mobilities')}
            </th>
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => (
            <Row key={partner.id} partner={partner} organisation={organisation} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ partner, organisation }: { partner: PartnerItem; organisation: string }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const country = partner.country ? format.country(partner.country) : null
  return (
    <tr>
      <td>
        <Link to={paths.partner(organisation, partner.id)} className={classes.name}>
          {partner.name}
        </Link>{' '}
        {partner.claimed && <Badge variant="light">{t('organisations:partners.worksHere')}</Badge>}
      </td>
      <td>{format.list(partner.kinds.map((kind) => t(`organisations:partnerKind.${kind}`)))}</td>
      <td>{[partner.town, country].filter(Boolean).join(', ')}</td>
      <td>{partner.oid ?? partner.erasmusCode}</td>
      <td>{partner.email}</td>
      <td className={classes.number}>
        {partner.mobilities > 0 && (
          <Link
            to={`${paths.mobilities(organisation)}?partner=${partner.id}`}
            title={t('organisations:partners.mobilitiesWith', { name: partner.name })}
          >
            {partner.mobilities >= 1000
              ? t('organisations:partners.many')
              : format.number(partner.mobilities)}
          </Link>
        )}
      </td>
    </tr>
  )
}
