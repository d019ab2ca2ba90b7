import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { VettingMark } from './VettingMark.tsx'

type Item = AnswerOf<'GET /organisations/:organisation/housings'>['items'][number]

/** Housing with its beds, who lives there, and how its vetting stands. */
export function HousingTable({
  housings,
  organisation,
}: {
  housings: readonly Item[]
  organisation: string
}) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  return (
    <div className={tables.scroll}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('stays:field.name')}</th>
            <th scope="col">{t('stays:field.kind')}</th>
            <th scope="col">{t('stays:field.where')}</th>
            <th scope="col" className={tables.number}>
              {t('stays:field.rooms')}
            </th>
            <th scope="col" className={tables.number}>
              {t('stays:field.beds')}
            </th>
            <th scope="col" className={tables.number}>
              {t('stays:living')}
            </th>
            <th scope="col">{t('stays:features')}</th>
            <th scope="col" className={tables.number}>
              {t('stays:perNight')}
            </th>
            <th scope="col">{t('stays:vetting.title')}</th>
          </tr>
        </thead>
        <tbody>
          {housings.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={paths.housing(organisation, one.id)} className={tables.name}>
                  {one.name}
                </Link>
              </td>
              <td>{t(`stays:kind.${one.kind}`)}</td>
              <td>{[one.address, one.town].filter(Boolean).join(', ')}</td>
              <td className={tables.number}>{format.number(one.rooms.length)}</td>
              <td className={tables.number}>
                {format.number(one.rooms.reduce((sum, { beds }) => sum + beds.length, 0))}
              </td>
              <td className={tables.number}>{format.number(one.living)}</td>
              <td>
                {(['accessible', 'quiet', 'dietKitchen', 'pets', 'smoking'] as const)
                  .filter((key) => one[key])
                  .map((key) => t(`stays:feature.${key}`))
                  .join(' · ')}
              </td>
              <td className={tables.number}>
                {one.pricePerNight !== null && format.money(one.pricePerNight)}
              </td>
              <td>
                <VettingMark housing={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
