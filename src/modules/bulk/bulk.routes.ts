import { notFound } from '#shared/problems.ts'
import { routes } from '#server/http/routes.ts'
import { bulkContract } from '#modules/bulk/bulk.contract.ts'
import * as actions from './bulk.actions.ts'
import { findBulk, resultsOf } from './bulk.store.ts'

export const bulkRoutes = routes(bulkContract, {
  preview: (context, { body }) => actions.previewBulk(context, body.selection, body.action),
  start: (context, { body }) => actions.startBulk(context, body.selection, body.action),
  read: (context, { params }) => actions.readBulk(context, params.bulk),
  results: async (context, { params, query }) => {
    if (!(await findBulk(context.db, params.organisation, params.bulk))) throw notFound()
    return resultsOf(context.db, params.bulk, query)
  },
  undo: (context, { params }) => actions.undoBulk(context, params.bulk),
})
