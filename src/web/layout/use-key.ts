import { useEffect, useRef } from 'react'

const typing = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** Whether the key goes to something one types in (a check box is not). */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const field = target?.closest(typing)
  return (
    !!field && !(field instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(field.type))
  )
}

/**
 * Listens for keys on the whole page. The handler says true when the key was its own. `inner` handlers (a list) are
 * asked before outer ones (the frame around it).
 */
export function useKey(handler: (event: KeyboardEvent) => boolean, reach: 'inner' | 'outer' = 'outer'): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    const target: EventTarget = reach === 'inner' ? document : window
    const listen = (event: Event): void => {
      if (event.defaultPrevented || !(event instanceof KeyboardEvent) || event.isComposing) return
      if (latest.current(event)) event.preventDefault()
    }
    target.addEventListener('keydown', listen)
    return () => target.removeEventListener('keydown', listen)
  }, [reach])
}
