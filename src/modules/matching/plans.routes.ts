import { routes } from '#server/http/routes.ts'
import { applyPlan, previewApplication } from './apply-plan.actions.ts'
import * as plans from './plans.actions.ts'
import { matchingContract } from './plans.contract.ts'

export const matchingRoutes = routes(matchingContract, {
  list: (context, { query }) => plans.listPlans(context, query),
  create: (context, { body }) => plans.createPlan(context, body),
  read: (context, { params }) => plans.readPlan(context, params.plan),
  change: (context, { params, body }) => plans.changePlan(context, params.plan, body),
  tryMove: (context, { params, body }) => plans.tryMove(context, params.plan, body),
  cancel: (context, { params }) => plans.cancelPlan(context, params.plan),
  previewApplication: (context, { params }) => previewApplication(context, params.plan),
  apply: (context, { params, body }) => applyPlan(context, params.plan, body.version),
})
