import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import type { NavigationItem } from './navigation.ts'
import classes from './Navigation.module.css'

/** The pages of a portal, one above the other. */
export function Navigation({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation('web')
  const format = useFormat()
  return (
    <nav aria-label={t('web:layout.navigation')}>
      <ul className={classes.list}>
        {items.map(({ to, label, icon: Icon, count, exact }) => (
          <li key={to}>
            <NavLink to={to} end={exact ?? false} className={classes.link!}>
              <Icon size={18} aria-hidden />
              <span className={classes.label}>{label}</span>
              {count !== undefined && count > 0 && (
                <span className={classes.count}>{format.number(count)}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
