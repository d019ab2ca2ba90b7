import { notFound } from '#shared/problems.ts'
import { routes } from '#server/http/routes.ts'
import { memberIn } from '../mobility-scope.ts'
import { viewsContract } from './views.contract.ts'
import * as store from './views.store.ts'

export const viewsRoutes = routes(viewsContract, {
  list: async (context, { query }) => {
    const { organisationId, userId } = memberIn(context)
    return { items: await store.viewsOf(context.db, organisationId, userId, query.list) }
  },
  save: async (context, { body }) => {
    const { organisationId, userId } = memberIn(context)
    return store.saveView(context.db, organisationId, userId, body)
  },
  remove: async (context, { params }) => {
    const { organisationId, userId } = memberIn(context)
    if (!(await store.removeView(context.db, organisationId, userId, params.view))) throw notFound()
  },
})
