import { routes } from '#server/http/routes.ts'
import { ownMobilitiesContract } from './own-mobilities.contract.ts'
import * as actions from './own-mobilities.actions.ts'

export const ownMobilitiesRoutes = routes(ownMobilitiesContract, {
  list: (context) => actions.listOwn(context),
  read: (context, { params }) => actions.readOwn(context, params.mobility),
  accept: (context, { params }) => actions.accept(context, params.mobility),
  withdraw: (context, { params, body }) => actions.withdraw(context, params.mobility, body.reason),
  recordFact: (context, { params }) => actions.recordOwnFact(context, params.mobility, params.fact),
  reportProblem: (context, { params, body }) => actions.reportOwnProblem(context, params.mobility, body),
})
