import { routes } from '#server/http/routes.ts'
import { askCompanies, listAsks, readAsk, remind, takeOver, writeAnswer } from './asks.actions.ts'
import { availabilityContract } from './availability.contract.ts'
import { companyAnswers, companyAsks } from './tutor-answer.actions.ts'

export const availabilityRoutes = routes(availabilityContract, {
  list: (context, { query }) => listAsks(context, query),
  ask: (context, { body }) => askCompanies(context, body),
  read: (context, { params }) => readAsk(context, params.ask),
  remind: (context, { params, body }) => remind(context, params.ask, body.companyIds),
  write: (context, { params, body }) => writeAnswer(context, params.ask, params.company, body),
  toPositions: (context, { params, body }) => takeOver(context, params.ask, body),
  own: (context) => companyAsks(context),
  answer: (context, { params, body }) => companyAnswers(context, params.ask, body),
})
