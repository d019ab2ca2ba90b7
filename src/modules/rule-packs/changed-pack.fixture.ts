import type { RulePack } from './rule-pack.rules.ts'
import { packNamed } from './shipped-packs.ts'

/** A pack as it could stand in a file, to be changed by tests. */
export type LoosePack = RulePack & Record<string, unknown>

/** A copy of 2021-ES with a change. */
export function changedPack(change: (pack: LoosePack) => void, name = '2021-ES'): RulePack {
  const copy = structuredClone(packNamed(name)) as LoosePack
  change(copy)
  return copy
}
