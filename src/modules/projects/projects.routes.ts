import { routes } from '#server/http/routes.ts'
import * as actions from './projects.actions.ts'
import { projectsContract } from './projects.contract.ts'

export const projectsRoutes = routes(projectsContract, {
  listProjects: (context, { query }) => actions.listProjects(context, query),
  readProject: (context, { params }) => actions.readProject(context, params.project),
  createProject: (context, { body }) => actions.createProject(context, body),
  editProject: (context, { params, version, body }) =>
    actions.editProject(context, params.project, version, body),
})
