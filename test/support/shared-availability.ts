import { insertAsk } from '#modules/availability/availability.store.ts'
import type { Db } from '#server/database/database.ts'

/** A question to a company about its places. */
export function askOf(
  db: Db,
  organisationId: string,
  companyId: string,
  word: string,
  now: Date,
): Promise<string> {
  return insertAsk(
    db,
    organisationId,
    {
      name: word,
      startsOn: '2027-03-01',
      endsOn: '2027-06-30',
      answerBy: null,
      message: word,
      language: 'en',
    },
    [{ id: companyId, name: word, email: null }],
    word,
    now,
  )
}
