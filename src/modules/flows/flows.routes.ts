import { routes } from '#server/http/routes.ts'
import { copyFlow, copyProject } from './copy.actions.ts'
import * as actions from './flows.actions.ts'
import { flowsContract } from './flows.contract.ts'

export const flowsRoutes = routes(flowsContract, {
  listFlows: (context, { query }) => actions.listFlows(context, query),
  readFlow: (context, { params }) => actions.readFlow(context, params.flow),
  createFlow: (context, { body }) => actions.createFlow(context, body),
  editFlow: (context, { params, version, body }) => actions.editFlow(context, params.flow, version, body),
  copyFlow: (context, { params, body }) => copyFlow(context, params.flow, body),
  copyProject: (context, { params, body }) => copyProject(context, params.project, body),
})
