import type { Call } from '#shared/endpoint.ts'
import type { mobilitiesContract } from '../../mobilities.contract.ts'

export type ListQuery = NonNullable<Call<(typeof mobilitiesContract)['list']>['query']>
/** The filters of the list as the API takes them. */
export type Filters = Omit<ListQuery, 'limit' | 'cursor' | 'sort' | 'count'>

/** Filters that hold several values, in the address as `status=draft,selected`. */
export const manyFilters = ['status', 'country', 'flow', 'project', 'activityType', 'turn'] as const
export type ManyFilter = (typeof manyFilters)[number]
const oneFilters = ['q', 'partner', 'import', 'person', 'departureFrom', 'departureTo', 'late'] as const

/** What a saved view keeps of the address. */
export const viewNames: readonly string[] = [...manyFilters, ...oneFilters, 'sort', 'columns']

const sorts = ['departure', '-departure', 'name', '-name', 'due'] as const
export type Sort = (typeof sorts)[number]

export interface ListState {
  filters: Filters
  sort: Sort
  /** Ids of the columns shown; null for the usual ones. */
  columns: string[] | null
}

const manyOf = (text: string): string[] => text.split(',').filter(Boolean)

/** The list's state from the address; what is not known is left out. What is due first stands first. */
export function stateOf(get: (name: string) => string): ListState {
  const filters: Record<string, unknown> = {}
  for (const name of manyFilters) if (get(name)) filters[name] = manyOf(get(name))
  for (const name of oneFilters) if (get(name)) filters[name] = get(name)
  const sort = sorts.find((one) => one === get('sort')) ?? 'due'
  return { filters: filters as Filters, sort, columns: get('columns') ? manyOf(get('columns')) : null }
}

export const valuesOf = (filters: Filters, name: ManyFilter): string[] =>
  (filters[name] as string[] | undefined) ?? []

/** Whether anything narrows the list. */
export const isNarrowed = (filters: Filters): boolean => Object.keys(filters).length > 0

/** The address without filters. */
export const noFilters = (): Record<string, null> =>
  Object.fromEntries([...manyFilters, ...oneFilters].map((name) => [name, null]))

/** What a view would keep now: the address, with the remembered columns where it names none. */
export function viewState(
  get: (name: string) => string,
  columns: readonly string[] | null,
): Record<string, string> {
  const remembered = columns ? columns.join(',') || 'name' : ''
  return Object.fromEntries(
    viewNames.flatMap((name) => {
      const value = get(name) || (name === 'columns' ? remembered : '')
      return value ? [[name, value]] : []
    }),
  )
}
