import { personKinds, type PersonKind } from '../people.rules.ts'

/** Narrower questions than a kind: minors, or minors for whom nobody can agree yet. */
export const whos = ['minors', 'without-guardian', 'adults'] as const
export type Who = (typeof whos)[number]

export interface PeopleFilter {
  q: string
  kind: PersonKind | null
  who: Who | null
}

/** The filter that an address names. */
export const filterOf = (address: (name: string) => string): PeopleFilter => ({
  q: address('q').trim(),
  kind: personKinds.find((kind) => kind === address('kind')) ?? null,
  who: whos.find((who) => who === address('who')) ?? null,
})

export const isFiltered = ({ q, kind, who }: PeopleFilter): boolean =>
  q !== '' || kind !== null || who !== null

/** The filter as the API is asked. */
export const queryOf = ({ q, kind, who }: PeopleFilter) => ({
  limit: 100,
  ...(q ? { search: q } : {}),
  ...(kind ? { kind: [kind] } : {}),
  ...(who ? { minor: who === 'adults' ? ('false' as const) : ('true' as const) } : {}),
  ...(who === 'without-guardian' ? { withoutGuardian: 'true' as const } : {}),
})
