import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const guesser = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary })

/**
 * Why a password must not be used: too short, or guessable from lists of breached passwords, keyboard runs or the
 * person's own data. Null when it is good. Length and breach lists rather than character classes (NIST SP 800-63B §5.1.1.2).
 */
export function whyWeakPassword(
  password: string,
  known: readonly string[] = [],
): 'password-too-short' | 'password-too-long' | 'password-guessable' | null {
  if (password.length < 10) return 'password-too-short'
  if (password.length > 200) return 'password-too-long'
  const words = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
  return guesser.check(password, words).score < 2 ? 'password-guessable' : null
}
