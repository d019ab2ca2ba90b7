import { ApiProblem } from '#web/api/api.ts'

/** Whether the server found mistakes in fields that begin so. */
export function mistakesIn(error: unknown, prefix: string): boolean {
  return (
    error instanceof ApiProblem && (error.details.errors ?? []).some(({ field }) => field.startsWith(prefix))
  )
}

/** The same refusal with its fields under `organisation.`, as the set-up form names them. */
export function underOrganisation(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || !error.details.errors) return error
  const errors = error.details.errors.map((mistake) => ({
    ...mistake,
    field: `organisation.${mistake.field}`,
  }))
  return new ApiProblem({ ...error.details, errors })
}
