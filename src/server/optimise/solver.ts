import loadHighs, { type Highs, type Model } from 'highs'

/** Sparse rows over the columns: `lower ≤ sum of values ≤ upper`. */
export interface Rows {
  lower: number[]
  upper: number[]
  /** Where each row begins in `indices` and `values`; one more entry than rows. */
  starts: number[]
  indices: number[]
  values: number[]
}

export const noRows = (): Rows => ({ lower: [], upper: [], starts: [0], indices: [], values: [] })

/** Adds one row to `rows`. */
export function addRow(rows: Rows, lower: number, upper: number, entries: Iterable<[number, number]>): void {
  for (const [column, value] of entries) {
    rows.indices.push(column)
    rows.values.push(value)
  }
  rows.lower.push(lower)
  rows.upper.push(upper)
  rows.starts.push(rows.indices.length)
}

/** A problem over columns between 0 and their upper bound, with goals to be reached one after the other. */
export interface Problem {
  upper: readonly number[]
  rows: Rows
  /** Each maximised while all earlier ones keep what they reached. */
  goals: readonly (readonly number[])[]
  /** Whether columns must be whole numbers. Leave it out where every vertex is whole already: that is much quicker. */
  whole: boolean
  /** Columns that may be broken all the same. */
  broken?: ReadonlySet<number>
  /** Values that break nothing, to begin with: where time runs out, no answer is worse. */
  start?: Float64Array
}

export interface Limits {
  /** Seconds for all goals together. */
  seconds: number
  /** Asked now and then while solving; true ends it with the best so far. */
  stop?: () => boolean
  progress?: (at: Progress) => void
}

/** How far it is: goals from 0, and for the present one the best so far and what nothing can exceed, where they are known. */
export interface Progress {
  goal: number
  goals: number
  best: number | null
  bound: number | null
  /** What the goals before came to. */
  reached: readonly number[]
}

/** What came of one goal: what was reached, and what nothing can exceed (Infinity where nothing is proven). */
export interface Reached {
  value: number
  bound: number
}

export interface Solved {
  /** `optimal`: proven for every goal. `feasible`: the best that was found in time. `none`: nothing was found in time. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'none'
  values: Float64Array
  reached: Reached[]
}

/**
 * Solves goal by goal, never by one sum of weighted goals: a large weight with a relative gap drops what matters most. One thread; the same
 * problem gives the same answer, unless the time ran out.
 */
export async function solve(problem: Problem, limits: Limits): Promise<Solved> {
  const columns = problem.upper.length
  const solved: Solved = { status: 'optimal', values: new Float64Array(columns), reached: [] }
  if (columns === 0) return { ...solved, reached: problem.goals.map(() => ({ value: 0, bound: 0 })) }
  const highs = await loadHighs()
  const { modelStatus: statusOf } = highs.constants
  const end = performance.now() + limits.seconds * 1000
  let found = problem.start !== undefined
  if (problem.start) solved.values = problem.start
  return highs.withModel(modelOf(highs, problem), (model: Model): Solved => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, random_seed: 1 })
    for (const [at, goal] of problem.goals.entries()) {
      const last = at === problem.goals.length - 1
      const reached = solved.reached.map(({ value }) => value)
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(goal))
      if (problem.whole && found) model.setSolution({ colValue: solved.values })
      const left = Math.max(10, end - performance.now()) * (last ? 1 : shareOfTime)
      const modelStatus = runFor(model, left / 1000, limits.stop, (best, bound) =>
        limits.progress?.({ goal: at, goals: problem.goals.length, best, bound, reached }),
      )
      if (modelStatus === statusOf.infeasible) return { ...solved, status: 'infeasible' }
      const optimal = modelStatus === statusOf.optimal
      const values =
        optimal || model.info.get('primal_solution_status') === feasiblePoint
          ? model.getSolution().colValue
          : null
      if (values && (optimal || isBetter(problem, goal, values, solved, found))) {
        solved.values = values
        found = true
      }
      const value = sumOf(goal, solved.values)
      solved.reached.push({ value, bound: optimal ? value : Math.max(value, boundOf(model, problem)) })
      if (!optimal) solved.status = 'feasible'
      if (!last) keep(model, goal, value)
    }
    return found ? solved : { ...solved, status: 'none' }
  })
}

/** Of the time that is left, what a goal may take while others come after it. */
const shareOfTime = 0.7

/** Whether what a solver that was stopped came to can be used: whole, as good as before for the goals reached, and better for this one. */
function isBetter(
  problem: Problem,
  goal: readonly number[],
  values: Float64Array,
  { values: before, reached }: Solved,
  found: boolean,
): boolean {
  const whole = values.every(
    (value, column) => problem.broken?.has(column) || Math.abs(value - Math.round(value)) < nearlyWhole,
  )
  return (
    whole &&
    reached.every(({ value }, at) => sumOf(problem.goals[at] ?? [], values) > value - nearlyWhole) &&
    (!found || sumOf(goal, values) >= sumOf(goal, before))
  )
}

/** Slack of goals that were reached shows in columns as well: what is as near to a whole number as this is one. */
const nearlyWhole = 1e-3

/** Milliseconds between two looks at how far the solver is. */
const lookEvery = 200

/** Runs for so many seconds at most; answers the model's status. */
function runFor(
  model: Model,
  seconds: number,
  stop: (() => boolean) | undefined,
  tell: (best: number | null, bound: number | null) => void,
): number {
  const end = performance.now() + seconds * 1000
  let next = 0
  tell(null, null)
  const interrupt = (event: { interrupt(): void }): undefined => {
    if (stop?.()) event.interrupt()
  }
  model.zeroAllClocks()
  model.options.set('time_limit', seconds)
  const { modelStatus } = model.run({
    ...(stop ? { 1: interrupt } : {}),
    6: (event): undefined => {
      const now = performance.now()
      // The solver looks at its clock too rarely to be relied on.
      if (now > end || stop?.()) event.interrupt()
      if (now < next) return
      next = now + lookEvery
      tell(finite(event.data.mip_primal_bound), finite(event.data.mip_dual_bound))
    },
  })
  return modelStatus
}

/** What the solver calls infinite is not known. */
const finite = (value: number | undefined): number | null =>
  value === undefined || Math.abs(value) > 1e20 ? null : value

const feasiblePoint = 2

function modelOf(highs: Highs, { upper, rows, whole, broken }: Problem) {
  const columns = upper.length
  const integrality = Int32Array.from(upper, (_one, column) => (broken?.has(column) ? 0 : 1))
  return {
    numCols: columns,
    numRows: rows.lower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows.lower),
    rowUpper: Float64Array.from(rows.upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.lower.length,
      numCols: columns,
      starts: Int32Array.from(rows.starts),
      indices: Int32Array.from(rows.indices),
      values: Float64Array.from(rows.values),
    },
    ...(whole ? { integrality } : {}),
  }
}

/** A goal that was reached stays reached. */
function keep(model: Model, goal: readonly number[], value: number): void {
  const indices: number[] = []
  const values: number[] = []
  for (const [column, weight] of goal.entries())
    if (weight !== 0) {
      indices.push(column)
      values.push(weight)
    }
  model.addRow(value - 1e-7 * Math.max(1, Math.abs(value)), Infinity, { indices, values })
}

function boundOf(model: Model, { whole }: Problem): number {
  return whole ? (finite(Number(model.info.get('mip_dual_bound'))) ?? Infinity) : Infinity
}

function sumOf(goal: readonly number[], values: Float64Array): number {
  let sum = 0
  for (const [column, weight] of goal.entries()) if (weight !== 0) sum += weight * (values[column] ?? 0)
  return sum
}
