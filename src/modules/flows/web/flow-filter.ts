/** Which flows are meant: those whose return is still ahead, those that are over, all, or the archived ones. */
export const flowStates = ['coming', 'over', 'all', 'archived'] as const
export type FlowState = (typeof flowStates)[number]

export interface FlowFilter {
  q: string
  project: string | null
  country: string | null
  state: FlowState
}

/** The filter that an address names. */
export const filterOf = (address: (name: string) => string): FlowFilter => ({
  q: address('q').trim(),
  project: address('project') || null,
  country: address('country') || null,
  // Somebody who comes for a project's flows wants all of them.
  state: flowStates.find((state) => state === address('state')) ?? (address('project') ? 'all' : 'coming'),
})

/** Whether flows may be hidden by what was asked for, apart from those that are over. */
export const isFiltered = ({ q, project, country, state }: FlowFilter): boolean =>
  q !== '' || project !== null || country !== null || state === 'over' || state === 'archived'

/** The filter as the API is asked: coming flows from the next departure on, past ones from the latest. */
export const queryOf = ({ q, project, country, state }: FlowFilter) => ({
  limit: 100,
  archived: state === 'archived' ? ('true' as const) : ('false' as const),
  sort: state === 'coming' ? ('departure' as const) : ('-departure' as const),
  ...(state === 'coming' ? { over: 'false' as const } : {}),
  ...(state === 'over' ? { over: 'true' as const } : {}),
  ...(q ? { search: q } : {}),
  ...(project ? { project: [project] } : {}),
  ...(country ? { country: [country] } : {}),
})
