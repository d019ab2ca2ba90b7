import '@mantine/notifications/styles.layer.css'
import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import type { Me } from '#web/api/use-me.ts'
import type { NavigationItem, SearchProvider } from './navigation.ts'
import { Navigation } from './Navigation.tsx'
import { Progress } from './Progress.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import { SkipLink } from './SkipLink.tsx'
import { StaffHeader } from './StaffHeader.tsx'
import { isTyping, useKey } from './use-key.ts'
import { usePageFocus } from './use-page-focus.ts'
import classes from './StaffLayout.module.css'

const CommandPalette = lazy(() => import('./CommandPalette.tsx'))

export interface StaffLayoutProps {
  me: Me
  /** The organisation one works for on this page. */
  organisation: string
  navigation: readonly NavigationItem[]
  search?: SearchProvider | undefined
  /** The bell with what is new. */
  notices?: ReactNode
  /** Address of the help for this portal. */
  help?: string | undefined
  children?: ReactNode
}

/** The frame of all staff pages: header, navigation, command palette, toasts. */
export function StaffLayout({ navigation, search, children, ...header }: StaffLayoutProps) {
  const { t } = useTranslation('web')
  const main = usePageFocus()
  const [drawer, { open, close }] = useDisclosure(false)
  const [palette, setPalette] = useState(0)
  const openPalette = (): void => setPalette((times) => times + 1)
  const { pathname } = useLocation()
  useEffect(close, [pathname, close])
  useKey((event) => {
    const asked = (event.key === 'k' && (event.metaKey || event.ctrlKey)) || isBareSlash(event)
    if (asked) openPalette()
    return asked
  })
  return (
    <div className={classes.frame}>
      <SkipLink />
      <Progress />
      <StaffHeader {...header} onMenu={open} onSearch={openPalette} />
      <aside className={classes.side}>
        <Navigation items={navigation} />
      </aside>
      <Drawer
        opened={drawer}
        onClose={close}
        size={280}
        title={t('web:layout.menu')}
        closeButtonProps={{ 'aria-label': t('web:action.close') }}
      >
        <Navigation items={navigation} />
      </Drawer>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<SkeletonRows />}>{children ?? <Outlet />}</Suspense>
      </main>
      <Notifications position="bottom-right" zIndex={250} />
      {palette > 0 && (
        <Suspense>
          <CommandPalette asked={palette} pages={navigation} search={search} />
        </Suspense>
      )}
    </div>
  )
}

function isBareSlash(event: KeyboardEvent): boolean {
  return event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event)
}
