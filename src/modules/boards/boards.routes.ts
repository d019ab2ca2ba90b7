import { routes } from '#server/http/routes.ts'
import { boardsContract } from './boards.contract.ts'
import * as map from './map.actions.ts'
import { readOverview, saveVisitDays } from './overview.actions.ts'
import { readTimeline } from './timeline.actions.ts'
import { readWeekBoard } from './week-board.actions.ts'

export const boardsRoutes = routes(boardsContract, {
  week: (context, { query }) => readWeekBoard(context, query),
  overview: (context, { query }) => readOverview(context, query),
  saveVisitDays: (context, { body }) => saveVisitDays(context, body.days),
  timeline: (context, { query }) => readTimeline(context, query),
  map: (context, { query }) => map.readMap(context, query),
  town: (context, { query }) => map.readTown(context, query),
})
