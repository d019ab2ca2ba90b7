import { useEffect, useRef, type RefObject } from 'react'
import { useLocation } from 'react-router'

/** On a new page the focus goes to its beginning, so that keyboard and screen reader start there and not in the void. */
export function usePageFocus(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])
  return main
}
