import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { narrowest, widest } from './grid-layout.ts'
import classes from './grid.module.css'

interface ColumnResizerProps {
  title: string
  width: number
  /** Pixels; null gives the usual width again. */
  onWidth: (width: number | null) => void
}

/** Pixels for one press of an arrow key. */
const step = 16

/** The edge of a heading: drawn, or moved with the arrow keys, it makes the column wider; a double click takes that back. */
export function ColumnResizer({ title, width, onWidth }: ColumnResizerProps) {
  const { t } = useTranslation('grid')
  const from = useRef<{ x: number; drawn: number; scale: number } | null>(null)
  const take = (event: PointerEvent<HTMLElement>): void => {
    const drawn = event.currentTarget.parentElement?.offsetWidth ?? width
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    // A table with room to spare draws its columns wider than they asked for.
    from.current = { x: event.clientX, drawn, scale: drawn / width }
  }
  const draw = (event: PointerEvent<HTMLElement>): void => {
    if (from.current) onWidth((from.current.drawn + event.clientX - from.current.x) / from.current.scale)
  }
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowRight: step, ArrowLeft: -step }[event.key]
    if (by === undefined && event.key !== 'Home') return
    event.preventDefault()
    onWidth(by === undefined ? null : width + by)
  }
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('grid:widthOf', { title })}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={classes.edge}
      onPointerDown={take}
      onPointerMove={draw}
      onLostPointerCapture={() => {
        from.current = null
      }}
      onDoubleClick={() => onWidth(null)}
      onKeyDown={press}
    />
  )
}
