import { paperKeys, weeksFor, type PaperKey } from '#modules/companies/papers.rules.ts'

/** Papers of the person, which serve all mobilities. */
export const personKinds = ['identity', 'ehic'] as const
/** Papers of one stay. */
export const stayKinds = ['insurance', 'visa'] as const
/** What a position can demand (companies/papers.rules.ts). */
export const certificateKinds = paperKeys

export const paperKinds = [...personKinds, ...stayKinds, ...certificateKinds] as [PaperKind, ...PaperKind[]]
export type PaperKind = (typeof personKinds)[number] | (typeof stayKinds)[number] | PaperKey

export const isOfPerson = (kind: PaperKind): boolean => (personKinds as readonly string[]).includes(kind)
export const isCertificate = (kind: PaperKind): kind is PaperKey =>
  (certificateKinds as readonly string[]).includes(kind)

/** Weeks a paper usually takes to get; working values (mark D) that an organisation changes. */
const usualWeeks: Record<(typeof personKinds)[number] | (typeof stayKinds)[number], number> = {
  identity: 8,
  ehic: 4,
  insurance: 4,
  visa: 12,
}
export const leadWeeksOf = (kind: PaperKind, own: Readonly<Record<string, number>> = {}): number =>
  own[kind] ?? (isCertificate(kind) ? weeksFor(kind) : usualWeeks[kind as keyof typeof usualWeeks])

/**
 * What an insurance should cover: travel, illness, accident and liability also at work, repatriation (facts B.8, mark K: not confirmed in
 * the Programme Guide's own words). Each organisation changes it.
 */
export const usualCovers = [
  'travel',
  'liability',
  'liability-work',
  'accident',
  'accident-work',
  'illness',
  'repatriation',
] as const

/** The fact that a certificate makes true. */
export const factOfCertificate = (kind: PaperKey): string => `paper.${kind}`
/** The task that asks for a certificate. */
export const taskOfCertificate = (kind: PaperKey): string => `paper-${kind}`

/** Where papers still matter: until the participant is back. */
export const watchedStatuses = [
  'draft',
  'selected',
  'accepted',
  'placed',
  'ready',
  'abroad',
  'interrupted',
] as const
