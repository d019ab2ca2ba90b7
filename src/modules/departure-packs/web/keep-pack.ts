import type { AnswerOf } from '#web/api/api.ts'
import { allKept, keep, kept, type Kept } from '#web/pwa/kept.ts'

export type DeparturePack = AnswerOf<'GET /me/mobilities/:mobility/departure-pack'>
export type KeptPack = Kept<DeparturePack>

const below = '/kept/departure-packs/'

/** Keeps a pack on this device. */
export const keepPack = (pack: DeparturePack, at: Date): Promise<void> =>
  keep(below + pack.mobilityId, pack, at)

export const keptPack = (mobility: string): Promise<KeptPack | null> => kept<DeparturePack>(below + mobility)

/** All packs that this device keeps, the next departure first. */
export async function keptPacks(): Promise<KeptPack[]> {
  return (await allKept<DeparturePack>(below)).toSorted((a, b) =>
    (a.value.departure ?? '').localeCompare(b.value.departure ?? ''),
  )
}
