import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const guesser = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary })

/** How hard a password is to guess, 0 to 4, as the server judges it. Large: load it when somebody types one. */
export function strengthOf(password: string, known: readonly string[]): number {
  const words = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
  return guesser.check(password, words).score
}
