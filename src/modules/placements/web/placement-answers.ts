import type { AnswerOf, EndpointKey } from '#web/api/api.ts'
import type { ItemOf } from '#web/api/use-pages.ts'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'

export type Placement = ItemOf<'GET /organisations/:organisation/placements'>
export type Outcome = AnswerOf<'POST /organisations/:organisation/placements/steps'>
export type Repair = NonNullable<Outcome['repair']>
export type CompanyView = AnswerOf<'GET /organisations/:organisation/placements/:placement'>['view']
export type Offered = AnswerOf<'GET /tutor/placements'>['items'][number]
export type OwnPlacement = AnswerOf<'GET /me/mobilities/:mobility/placements'>['items'][number]

/** What a step makes old on the screen of staff. */
export const placementReads = [
  'GET /organisations/:organisation/placements',
  'GET /organisations/:organisation/placements/counts',
  'GET /organisations/:organisation/placements/:placement',
  ...readsOfMobility,
] as const satisfies readonly EndpointKey[]
