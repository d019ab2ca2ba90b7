/** What the map shows, each with a shape of its own. */
export const mapKinds = ['companies', 'homes', 'people'] as const
export type MapKind = (typeof mapKinds)[number]

/** Towns are one where country and name are, whatever the case and the blanks around it. */
export const townKey = (country: string | null, town: string | null): string =>
  `${country ?? ''} ${(town ?? '').trim().toLowerCase()}`
