import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import { keptPacks, type KeptPack } from './keep-pack.ts'
import classes from './pack.module.css'

/** The packs that this phone keeps, for the page that cannot be read without a connection. */
export default function KeptPacks() {
  const { t } = useTranslation('departure-packs')
  const format = useFormat()
  const [packs, setPacks] = useState<readonly KeptPack[]>([])
  useEffect(() => void keptPacks().then(setPacks), [])
  if (packs.length === 0) return null
  return (
    <section className={classes.card}>
      <h2 className={classes.sub}>{t('departure-packs:onThisPhone')}</h2>
      <ul className={classes.list}>
        {packs.map(({ value: pack, at }) => (
          <li key={pack.mobilityId} className={classes.row}>
            <span>
              <Link to={paths.myPack(pack.mobilityId)}>{`${pack.participant}: ${pack.town ?? ''}`}</Link>
              <span className={classes.under}>{t('departure-packs:kept', { at: format.dateTime(at) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
