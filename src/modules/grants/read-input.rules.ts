import type { z } from 'zod'
import { issuesInWords } from '#modules/rule-packs/issue-words.rules.ts'
import {
  grantCaseSchema,
  grantFlowSchema,
  preparatoryVisitSchema,
  type GrantCase,
  type GrantFlow,
  type PreparatoryVisit,
} from './grant-case.rules.ts'
import { fieldProblem, phrase, type FieldProblem, type Phrase } from './phrase.rules.ts'

/** What is asked of a pack: one mobility, the organisational support of flows, or a preparatory visit. */
export type GrantInput =
  | { kind: 'case'; case: GrantCase }
  | { kind: 'flows'; flows: GrantFlow[] }
  | { kind: 'visit'; visit: PreparatoryVisit }

export interface ReadInput {
  input: GrantInput | null
  problems: FieldProblem[]
  warnings: Phrase[]
}

const flowsSchema = grantFlowSchema.array().max(10_000)
const outside = new Set(['id', 'pack'])
const known = new Set([...Object.keys(grantCaseSchema.shape), ...outside])

/**
 * Reads an object of the command `grant` (fields as in `grant-case.rules.ts`), with problems by field in plain words. A field that is
 * null counts as left out.
 */
export function readInput(given: Record<string, unknown>): ReadInput {
  const value = Object.values(given).includes(null) ? withoutNulls(given) : given
  if (value['flows'] !== undefined) {
    const read = flowsSchema.safeParse(value['flows'])
    return answer(read, { value: value['flows'], within: 'flows' }, (flows) => ({ kind: 'flows', flows }))
  }
  if (value['preparatoryVisit'] !== undefined) {
    const read = preparatoryVisitSchema.safeParse(value['preparatoryVisit'])
    return answer(read, { value: value['preparatoryVisit'], within: 'preparatoryVisit' }, (visit) => ({
      kind: 'visit',
      visit,
    }))
  }
  const read = grantCaseSchema.safeParse(value)
  const made = answer<GrantCase>(read, { value, within: '' }, (item) => ({ kind: 'case', case: item }))
  for (const field of Object.keys(value))
    if (!known.has(field)) made.warnings.push(phrase('unknown-field', { field }))
  return made
}

const withoutNulls = (given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null))

function answer<T>(
  read: z.ZodSafeParseResult<T>,
  given: { value: unknown; within: string },
  made: (data: T) => GrantInput,
): ReadInput {
  if (read.success) return { input: made(read.data), problems: [], warnings: [] }
  const problems = issuesInWords(read.error.issues, given.value).map(({ path, missing, message }) => {
    const field = [given.within, path].filter(Boolean).join('.')
    return missing ? fieldProblem(field, 'required') : fieldProblem(field, 'form', { message })
  })
  return { input: null, problems, warnings: [] }
}
