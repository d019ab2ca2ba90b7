import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { paths } from '#web/paths.ts'
import classes from './stays.module.css'

/** The pages about rooms, one beside the other. */
export function StaysTabs({ organisation }: { organisation: string }) {
  const { t } = useTranslation('stays')
  const may = useMay()
  const tabs = [
    { to: paths.bedBoard(organisation), label: t('stays:tab.board') },
    { to: paths.stays(organisation), label: t('stays:tab.register') },
    ...(may('mobilities.edit') ? [{ to: paths.roomPlans(organisation), label: t('stays:tab.plans') }] : []),
    { to: paths.door(organisation), label: t('stays:tab.door') },
  ]
  return (
    // On a phone the tabs are wider than the page: the one that is open is in sight.
    <nav
      className={classes.tabs}
      aria-label={t('stays:title')}
      ref={(nav) => {
        const open = nav?.querySelector<HTMLElement>('[aria-current]')
        if (nav && open) nav.scrollLeft = open.offsetLeft - nav.offsetLeft - 16
      }}
    >
      {tabs.map(({ to, label }) => (
        <NavLink key={to} to={to} end={to === paths.stays(organisation)} className={classes.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
