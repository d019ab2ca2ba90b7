import type { z } from 'zod'

/** What is wrong with the form of one place in an input, in plain English. `path` is such as `venues.1.days`. */
export interface FormIssue {
  path: string
  missing: boolean
  message: string
}

/** The issues of a zod schema about a value in plain words; an unknown field is an issue of that field. */
export function issuesInWords(issues: readonly z.core.$ZodIssue[], value: unknown): FormIssue[] {
  return issues.flatMap((issue): FormIssue[] => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((field) => ({
        path: [...path, field].join('.'),
        missing: false,
        message: 'is not a field that is known here',
      }))
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = issue.errors.toSorted((one, other) => one.length - other.length)[0] ?? []
      const inner = nearest.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
      return issuesInWords(inner as z.core.$ZodIssue[], value)
    }
    const given = at(value, issue.path)
    return [
      {
        path: path.join('.'),
        missing: given === undefined,
        message: given === undefined ? 'is missing' : inWords(issue),
      },
    ]
  })
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<PropertyKey, unknown>)[key]
  }
  return here
}

const kinds: Record<string, string> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'too_small':
      return typeof issue.minimum === 'number' && issue.origin !== 'number' && issue.origin !== 'int'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}`
    case 'too_big':
      return `must be at most ${issue.maximum}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return 'must be one of official, published-elsewhere, entered, not-known'
    default:
      return issue.message
  }
}
