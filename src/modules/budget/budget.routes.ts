import { routes } from '#server/http/routes.ts'
import * as budget from './budget.actions.ts'
import { budgetContract } from './budget.contract.ts'
import * as scenarios from './scenarios.actions.ts'

export const budgetRoutes = routes(budgetContract, {
  read: (context, { params }) => budget.readBudget(context, params.project),
  setTarget: (context, { params, body }) => budget.setTarget(context, params.project, body),
  removeTarget: (context, { params }) => budget.removeTarget(context, params.project, params.target),
  setObjectives: (context, { params, body }) => budget.setObjectives(context, params.project, body),
  simulate: (context, { params, body }) => scenarios.simulate(context, params.project, body.groups),
  listScenarios: (context, { params }) => scenarios.listScenarios(context, params.project),
  keepScenario: (context, { params, body }) => scenarios.keepScenario(context, params.project, body),
  changeScenario: (context, { params, version, body }) =>
    scenarios.changeScenario(context, params.project, params.scenario, version, body),
  removeScenario: (context, { params }) => scenarios.removeScenario(context, params.project, params.scenario),
  makeFlows: (context, { params }) => scenarios.makeFlows(context, params.project, params.scenario),
})
