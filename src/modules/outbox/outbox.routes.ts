import { routes } from '#server/http/routes.ts'
import * as actions from './outbox.actions.ts'
import { outboxContract } from './outbox.contract.ts'

export const outboxRoutes = routes(outboxContract, {
  listMails: (context, { query }) => actions.listMails(context, query),
  readMail: (context, { params }) => actions.readMail(context, params.mail),
  readMailFile: (context, { params }) => actions.readMailFile(context, params.mail),
})
