/** The closed list of what can go wrong, as callers see it. Words for people live in `locales/<language>/problems.json`. */
export const problemCodes = [
  'not-signed-in',
  'not-found',
  'not-allowed',
  'invalid',
  'conflict',
  'not-possible',
  'too-many-requests',
  'too-large',
  'unavailable',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One mistake in one field. `code` has its words in `problems:field.<code>`; `values` fill them. */
export interface FieldError {
  field: string
  code: string
  message: string
  values?: Record<string, string | number>
}

/** RFC 9457 problem details, as every refused request answers. */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail?: string
  /** Why not: a code with its words in the module's locale file, e.g. `mobilities:whyNot.departure-ahead`. */
  reason?: { code: string; values?: Record<string, string | number> }
  errors?: FieldError[]
  /** On a conflict: what changed meanwhile and by whom. */
  changed?: { version: number; fields: string[]; by: string | null; at: string | null }
}

const status: Record<ProblemCode, number> = {
  'not-signed-in': 401,
  'not-found': 404,
  'not-allowed': 403,
  invalid: 422,
  conflict: 409,
  'not-possible': 409,
  'too-many-requests': 429,
  'too-large': 413,
  unavailable: 503,
}

/** The one error that actions throw on purpose; the HTTP layer turns it into problem details, bulk runs into a row's answer. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Pick<ProblemDetails, 'reason' | 'errors' | 'changed' | 'detail'>
  constructor(code: ProblemCode, details: Problem['details'] = {}) {
    super(details.detail ?? details.reason?.code ?? code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
  get status(): number {
    return status[this.code]
  }
}

/** An unknown thing and a forbidden one look the same. */
export const notFound = (): Problem => new Problem('not-found')
/** The actor may see the thing but not do this; `reason` says why in the module's words. */
export const notAllowed = (code: string, values?: Record<string, string | number>): Problem =>
  new Problem('not-allowed', { reason: values ? { code, values } : { code } })
/** Anyone would be refused now; `reason` says what stands in the way. */
export const notPossible = (code: string, values?: Record<string, string | number>): Problem =>
  new Problem('not-possible', { reason: values ? { code, values } : { code } })
/** A mistake in what was sent, by field. */
export const invalid = (errors: FieldError[]): Problem => new Problem('invalid', { errors })
/** Shorthand for one field's mistake. */
export const invalidField = (
  field: string,
  code: string,
  message: string,
  values?: Record<string, string | number>,
): Problem => invalid([values ? { field, code, message, values } : { field, code, message }])
