import { costItems, type Awarded, type CostItem } from '../cost-items.rules.ts'
import { actions, type Action } from '../project-warnings.rules.ts'

/** A project as a form keeps it: an amount that is not there is an empty text. */
export type ProjectValues = {
  code: string
  title: string
  callYear: number | string
  action: Action
  startDate: string
  endDate: string
  field: string
  awarded: Record<CostItem, number | string>
}

interface Shown {
  code: string
  title: string
  callYear: number
  action: Action
  startDate: string
  endDate: string
  field: string
  awarded?: Awarded | undefined
}

export function valuesOf({ awarded = {}, ...project }: Shown): ProjectValues {
  return { ...plain(project), callYear: project.callYear, awarded: amountsOf(awarded) }
}

/** A new project: this year's call, an accredited project. */
export const noProject = (year: number): ProjectValues => ({
  code: '',
  title: '',
  callYear: year,
  action: actions[0],
  startDate: '',
  endDate: '',
  field: '',
  awarded: amountsOf({}),
})

/** The plain fields as the API takes them. */
export function inputOf(values: ProjectValues) {
  return { ...plain(values), callYear: Number(values.callYear) }
}

/** The amounts that differ from those before; null takes one away. */
export function changedAward(
  before: ProjectValues['awarded'],
  after: ProjectValues['awarded'],
): Partial<Record<CostItem, number | null>> {
  const changed = costItems.filter((item) => before[item] !== after[item])
  return Object.fromEntries(changed.map((item) => [item, after[item] === '' ? null : Number(after[item])]))
}

const amountsOf = (awarded: Awarded) =>
  Object.fromEntries(costItems.map((item) => [item, awarded[item] ?? ''])) as ProjectValues['awarded']

/** Only the fields of a project; a row carries more. */
function plain(project: Omit<ProjectValues, 'awarded'>) {
  const { code, title, action, startDate, endDate, field } = project
  return { code, title, action, startDate, endDate, field }
}
