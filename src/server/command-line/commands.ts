import { apiKeyCommand } from '#modules/accounts/api-key.command.ts'
import { distanceCommand } from '#modules/places/distance.command.ts'
import { grantCommand } from '#modules/grants/grant.command.ts'
import { matchCommand } from '#modules/matching/match.command.ts'
import { packCommand } from '#modules/grants/pack.command.ts'
import { worldCommand } from '../../../database/seeds/world.command.ts'
import type { Instance } from './instance.ts'

/** One command of the command line; it prints its result and throws an error with a plain sentence when it cannot. */
export interface Command {
  name: string
  usage: string
  about: string
  needsInstance: boolean
  run(given: string[], instance: Instance | null): Promise<void>
}

export const commands: readonly Command[] = [
  apiKeyCommand,
  distanceCommand,
  grantCommand,
  matchCommand,
  packCommand,
  worldCommand,
]
