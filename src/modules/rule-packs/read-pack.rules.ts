import { issuesInWords } from './issue-words.rules.ts'
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
  const mistakes = issuesInWords(read.error.issues, value).map(({ path, message }): PackMistake => ({
    level: 'error',
    path,
    key: 'form',
    values: { message },
  }))
  return { pack: null, mistakes }
}
