import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type RefObject } from 'react'
import type { Pages } from '#web/api/use-pages.ts'

interface GridRows {
  /** The element that scrolls. */
  place: RefObject<HTMLDivElement | null>
  shown: readonly { index: number }[]
  /** Pixels of the rows above and below that are not drawn. */
  before: number
  after: number
}

/** Pixels of the headings, which stay on top of the rows. */
const headHeight = 41
/** Rows before the last one known at which the next page is read. */
const ahead = 20

/** Which rows are in sight; reads the next page before one gets there, and follows the row the keyboard stands on. */
export function useGridRows<T>(pages: Pages<T>, rowHeight: number, current: number): GridRows {
  const place = useRef<HTMLDivElement>(null)
  const { rows, hasMore, loadMore } = pages
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && last >= rows.length - ahead) loadMore()
  }, [hasMore, last, rows.length, loadMore])
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' })
    // Only a step of the keyboard scrolls; the virtualizer is new with each drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [current])
  useEffect(() => {
    virtual.measure()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above: only another height is measured anew
  }, [rowHeight])
  const start = (shown[0]?.start ?? headHeight) - headHeight
  const end = (shown.at(-1)?.end ?? headHeight) - headHeight
  return { place, shown, before: start, after: virtual.getTotalSize() - end }
}
