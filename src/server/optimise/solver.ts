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
}

export interface Limits {
  /** Seconds for all goals together. */
  seconds: number
  /** Asked now and then while solving; true ends it with the best so far. */
  stop?: () => boolean
  progress?: (at: { goal: number; goals: number }) => void
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
  const ask = (event: { interrupt(): void }): undefined => {
    if (limits.stop?.()) event.interrupt()
  }
  const callbacks = limits.stop ? { 1: ask, 6: ask } : {}
  const end = performance.now() + limits.seconds * 1000
  let found = false
  const { modelStatus: statusOf } = highs.constants
  return highs.withModel(modelOf(highs, problem), (model: Model): Solved => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6, random_seed: 1 })
    for (const [at, goal] of problem.goals.entries()) {
      limits.progress?.({ goal: at, goals: problem.goals.length })
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(goal))
      model.options.set('time_limit', model.getRunTime() + Math.max(0.01, (end - performance.now()) / 1000))
      const { modelStatus } = model.run(callbacks)
      if (modelStatus === statusOf.infeasible) return { ...solved, status: 'infeasible' }
      const optimal = modelStatus === statusOf.optimal
      const better = optimal || model.info.get('primal_solution_status') === feasiblePoint
      if (better) {
        solved.values = model.getSolution().colValue
        found = true
      }
      const value = sumOf(goal, solved.values)
      solved.reached.push({ value, bound: optimal ? value : boundOf(model, problem) })
      if (!optimal) solved.status = 'feasible'
      if (at < problem.goals.length - 1) keep(model, goal, value)
    }
    return found ? solved : { ...solved, status: 'none' }
  })
}

const feasiblePoint = 2

function modelOf(highs: Highs, { upper, rows, whole, broken }: Problem) {
  const columns = upper.length
  const integrality = new Int32Array(columns)
  if (whole)
    for (let column = 0; column < columns; column++) integrality[column] = broken?.has(column) ? 0 : 1
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
  const bound = whole ? Number(model.info.get('mip_dual_bound')) : Infinity
  return Number.isFinite(bound) ? bound : Infinity
}

function sumOf(goal: readonly number[], values: Float64Array): number {
  let sum = 0
  for (const [column, weight] of goal.entries()) if (weight !== 0) sum += weight * (values[column] ?? 0)
  return sum
}
