import { routes } from '#server/http/routes.ts'
import * as companies from './companies.actions.ts'
import { companiesContract } from './companies.contract.ts'
import * as positions from './positions.actions.ts'

export const companiesRoutes = routes(companiesContract, {
  list: (context, { query }) => companies.listCompanies(context, query),
  add: (context, { body }) => companies.addCompany(context, body),
  read: (context, { params }) => companies.readCompany(context, params.company),
  saveCard: (context, { params, body }) => companies.saveCard(context, params.company, body),
  saveCheck: (context, { params, body }) =>
    companies.saveCheck(context, params.company, params.check, body.check),
  readChecks: (context) => companies.readChecks(context),
  setChecks: (context, { body }) => companies.setChecks(context, body),
  listPositions: (context, { query }) => positions.listPositions(context, query),
  readPosition: (context, { params }) => positions.readPosition(context, params.position),
  addPosition: (context, { body }) => positions.addPosition(context, body),
  savePosition: (context, { params, body }) => positions.savePosition(context, params.position, body),
})
