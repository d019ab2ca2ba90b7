import { useEffect, useRef } from 'react'

/** `j` and `k` walk through the list in the panel, `Esc` closes it; not while somebody types. */
export function usePanelKeys(
  rows: readonly { id: string }[],
  opened: string,
  open: (id: string | null) => void,
): void {
  const latest = useRef({ rows, opened, open })
  useEffect(() => {
    latest.current = { rows, opened, open }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (target.closest('input, textarea, select, [role="dialog"], [role="menu"], [contenteditable]')) return
      const { rows, opened, open } = latest.current
      if (event.key === 'Escape' && opened) return open(null)
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (step === 0) return
      const at = rows.findIndex(({ id }) => id === opened)
      const next = rows[at === -1 ? 0 : at + step]
      if (next) open(next.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
