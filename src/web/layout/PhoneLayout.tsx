import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import type { LanguageCode } from '#shared/languages.ts'
import { LanguageSelect } from './LanguageSelect.tsx'
import type { NavigationItem } from './navigation.ts'
import { Progress } from './Progress.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import { SkipLink } from './SkipLink.tsx'
import { usePageFocus } from './use-page-focus.ts'
import { Wordmark } from './Wordmark.tsx'
import classes from './PhoneLayout.module.css'

export interface PhoneLayoutProps {
  /** The bar at the thumb: at most five pages. None for a page that stands alone. */
  items?: readonly NavigationItem[]
  /** At the end of the header, e.g. the way out. */
  aside?: ReactNode
  /** Keeps the chosen language with the person. */
  onLanguage?: (language: LanguageCode) => void
  children?: ReactNode
}

/** The frame of the participant's and the tutor's pages: large, plain, one thing at a time. Nothing heavy in here. */
export function PhoneLayout({ items = [], aside, onLanguage, children }: PhoneLayoutProps) {
  const { t } = useTranslation('web')
  const main = usePageFocus()
  return (
    <div className={classes.frame}>
      <SkipLink />
      <Progress />
      <header className={classes.header}>
        <Wordmark />
        <div className={classes.end}>
          <LanguageSelect {...(onLanguage ? { onChoose: onLanguage } : {})} />
          {aside}
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<SkeletonRows rows={4} height={64} />}>{children ?? <Outlet />}</Suspense>
      </main>
      {items.length > 0 && (
        <nav className={classes.bar} aria-label={t('web:layout.navigation')}>
          {items.map(({ to, label, icon: Icon, exact }) => (
            <NavLink key={to} to={to} end={exact ?? false} className={classes.item!}>
              <Icon size={24} aria-hidden />
              {label}
            </NavLink>
          ))}
        </nav>
      )}
    </div>
  )
}
