import { randomUUID } from 'node:crypto'
import type { World } from './world.ts'

/** One mobility that a sender shares with a host, a company and a participant, and somebody who has no part in it. */
export interface SharedRecord {
  sendingId: string
  hostingId: string
  companyId: string
  foreignId: string
  /** Ids of things of the sending organisation by the name of their path parameter. */
  ids: Record<string, string>
  /** A word that stands in all private things of the record and nowhere else. */
  secretWord: string
  /** Parameters whose values are words of the API and not things (a duty, a list name). */
  publicParameters: string[]
  /** An id that names nothing. */
  nothing: string
}

export async function sharedRecord(world: World): Promise<SharedRecord> {
  const secretWord = 'Zaubermond'
  const sendingId = await world.organisation({ name: `Istituto ${secretWord}`, kind: 'sending' })
  const hostingId = await world.organisation({ name: 'Hosting Sevilla', kind: 'hosting', country: 'ES', town: 'Sevilla' })
  const companyId = await world.organisation({ name: `Panadería ${secretWord}`, kind: 'company', country: 'ES', town: 'Sevilla' })
  const foreignId = await world.organisation({ name: 'Foreign School', kind: 'sending', country: 'DE', town: 'Kiel' })
  const nothing = randomUUID()
  return {
    sendingId,
    hostingId,
    companyId,
    foreignId,
    secretWord,
    nothing,
    publicParameters: ['duty', 'list'],
    ids: { session: nothing, key: nothing },
  }
}
