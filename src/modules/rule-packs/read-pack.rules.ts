import type { z } from 'zod'
import { packMistakes, type PackMistake } from './pack-mistakes.rules.ts'
import { rulePackSchema, type RulePack } from './rule-pack.rules.ts'

/** A value read as a pack: with all sections filled in, or null when its form is wrong; and what is wrong with it. */
export interface ReadPack {
  pack: RulePack | null
  mistakes: PackMistake[]
}

/** Reads any value as a pack and looks for what is wrong inside. The pack's own examples: `checkPack` in the module grants. */
export function readPack(value: unknown): ReadPack {
  const read = rulePackSchema.safeParse(value)
  if (read.success) return { pack: read.data, mistakes: packMistakes(read.data) }
  return { pack: null, mistakes: read.error.issues.flatMap((issue) => fromIssue(issue)) }
}

function fromIssue(issue: z.core.$ZodIssue): PackMistake[] {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys')
    return [{ level: 'error', path, key: 'form', values: { message: issue.message } }]
  return issue.keys.map((field) => ({
    level: 'error',
    path: path ? `${path}.${field}` : field,
    key: 'unknown-field',
    values: { field },
  }))
}
