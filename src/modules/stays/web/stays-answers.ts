import type { AnswerOf, EndpointKey } from '#web/api/api.ts'

export type Housing = AnswerOf<'GET /organisations/:organisation/housings/:housing'>
export type BoardHousing = AnswerOf<'GET /organisations/:organisation/bed-board'>['items'][number]
/** A stay on the board wears its sender's sign. */
export type BoardStay = BoardHousing['stays'][number]
export type Stay = Omit<BoardStay, 'mark'>
export type Choice = AnswerOf<'GET /organisations/:organisation/room-choices'>['items'][number]
export type RoomPlan = AnswerOf<'GET /organisations/:organisation/room-plans/:roomPlan'>

/** What is read anew when a housing changes. */
export const housingReads = [
  'GET /organisations/:organisation/housings',
  'GET /organisations/:organisation/housings/:housing',
  'GET /organisations/:organisation/housings/:housing/distances',
  'GET /organisations/:organisation/bed-board',
] as const satisfies readonly EndpointKey[]

/** What is read anew when somebody gets, changes or leaves a bed. */
export const stayReads = [
  'GET /organisations/:organisation/bed-board',
  'GET /organisations/:organisation/bedless',
  'GET /organisations/:organisation/door',
  'GET /organisations/:organisation/stays/:stay',
  'GET /organisations/:organisation/room-choices',
  'GET /organisations/:organisation/housings',
  'GET /organisations/:organisation/housings/:housing/stays',
  'GET /organisations/:organisation/mobilities/:mobility/stays',
  'GET /organisations/:organisation/mobilities/:mobility',
  'GET /organisations/:organisation/mobilities/:mobility/tasks',
  'GET /organisations/:organisation/mobilities/:mobility/events',
] as const satisfies readonly EndpointKey[]

export const planReads = [
  'GET /organisations/:organisation/room-plans',
  'GET /organisations/:organisation/room-plans/:roomPlan',
  'GET /organisations/:organisation/room-plans/:roomPlan/rooms',
] as const satisfies readonly EndpointKey[]
