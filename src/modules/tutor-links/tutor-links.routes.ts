import { routes } from '#server/http/routes.ts'
import { completeTask } from '#modules/tasks/tasks.actions.ts'
import { becomeAccount } from './become-account.actions.ts'
import * as tutor from './tutor.actions.ts'
import { issueLink, listLinks, revokeLink } from './tutor-links.actions.ts'
import { tutorLinksContract } from './tutor-links.contract.ts'

export const tutorLinksRoutes = routes(tutorLinksContract, {
  list: (context, { query }) => listLinks(context, query.company),
  issue: (context, { body }) => issueLink(context, body),
  revoke: (context, { params }) => revokeLink(context, params.link),
  home: (context) => tutor.tutorHome(context),
  confirm: (context, { params, body }) => tutor.confirmTrainee(context, params.mobility, body),
  decline: (context, { params, body }) => tutor.declineTrainee(context, params.mobility, body.reason),
  reportProblem: (context, { params, body }) => tutor.reportTraineeProblem(context, params.mobility, body),
  completeTask: async (context, { params }) => {
    await tutor.reachTask(context, params.task)
    await completeTask(context, params.task)
  },
  becomeAccount: (context, { body }) => becomeAccount(context, body),
})
