/** How one person likes a list: which columns, how wide, how close the rows stand. */
export interface GridLayout {
  /** Ids of the columns shown; null for the usual ones. */
  shown: readonly string[] | null
  /** Pixels of the columns that were made wider or narrower, by id. */
  widths: Readonly<Record<string, number>>
  compact: boolean
}

export const usualLayout: GridLayout = { shown: null, widths: {}, compact: false }

/** Pixels: a column never disappears by accident nor fills the screen alone. */
export const narrowest = 64
export const widest = 600

/** A width that a column may have. */
export const fittingWidth = (width: number): number =>
  Math.min(widest, Math.max(narrowest, Math.round(width)))

/** A remembered layout; what cannot be read is as usual. */
export function layoutFrom(text: string | null): GridLayout {
  const kept = parsed(text)
  const { shown, widths, compact } = kept
  return {
    shown: Array.isArray(shown) ? shown.filter((id): id is string => typeof id === 'string') : null,
    widths: Object.fromEntries(
      Object.entries(isRecord(widths) ? widths : {}).flatMap(([id, width]) =>
        typeof width === 'number' && Number.isFinite(width) ? [[id, fittingWidth(width)]] : [],
      ),
    ),
    compact: compact === true,
  }
}

/** The layout with one column made as wide as told, or as usual again. */
export function withWidth(layout: GridLayout, id: string, width: number | null): GridLayout {
  const { [id]: _, ...others } = layout.widths
  return { ...layout, widths: width === null ? others : { ...others, [id]: fittingWidth(width) } }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
