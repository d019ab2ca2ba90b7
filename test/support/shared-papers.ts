import { insertPolicy } from '#modules/papers/policies.store.ts'
import type { Context } from '#server/context.ts'

/** A group policy of the sending organisation. */
export async function papersThings(
  { db, now }: Context,
  organisationId: string,
  word: string,
): Promise<Record<string, string>> {
  const policy = await insertPolicy(
    db,
    organisationId,
    {
      insurer: word,
      number: word,
      emergencyPhone: '112',
      covers: [],
      validFrom: '2027-01-01',
      validUntil: '2027-12-31',
      flowIds: [],
      exceptions: [],
      note: word,
    },
    now,
  )
  return { policy, paper: 'identity' }
}
