import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pages } from '#web/api/use-pages.ts'
import classes from './exchange.module.css'
import { RowItem } from './RowItem.tsx'
import type { ImportRecord, ImportRow } from './use-import.ts'

interface RowListProps {
  organisation: string
  record: ImportRecord
  pages: Pages<ImportRow>
}

/** The rows of a file; only those in sight are drawn, and each opens in its place. */
export function RowList({ organisation, record, pages }: RowListProps) {
  const { t } = useTranslation('exchange')
  const place = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const { rows, hasMore, loadMore } = pages
  // oxlint-disable-next-line react/incompatible-library -- nothing here is kept between drawings
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => 45,
    getItemKey: (index) => rows[index]?.number ?? index,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) loadMore()
  }, [hasMore, last, rows.length, loadMore])
  return (
    <>
      <p role="status" className={classes.quiet}>
        {told}
      </p>
      <div
        ref={place}
        className={classes.rows}
        role="region"
        aria-label={t('exchange:step.rows')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls it with the arrow keys
        tabIndex={0}
      >
        <ul className={classes.list} style={{ height: virtual.getTotalSize() }}>
          {shown.map((item) => {
            const row = rows[item.index]
            return (
              row && (
                <li
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className={classes.item}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <RowItem
                    organisation={organisation}
                    record={record}
                    row={row}
                    open={open === row.number}
                    onToggle={() => setOpen(open === row.number ? null : row.number)}
                    onMended={({ number, state }) =>
                      setTold(
                        t('exchange:rows.mended', { row: number, state: t(`exchange:rowState.${state}`) }),
                      )
                    }
                  />
                </li>
              )
            )
          })}
        </ul>
      </div>
    </>
  )
}
