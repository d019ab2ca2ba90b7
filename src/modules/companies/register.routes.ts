import { routes } from '#server/http/routes.ts'
import { mergeCompanies, previewMerger } from './merger.actions.ts'
import { companyHistory, rateCompany, removeRating } from './ratings.actions.ts'
import { archiveCompanies, registerTowns } from './register.actions.ts'
import { registerContract } from './register.contract.ts'

export const registerRoutes = routes(registerContract, {
  towns: (context) => registerTowns(context),
  archive: (context, { body }) => archiveCompanies(context, body),
  history: (context, { params, query }) => companyHistory(context, params.company, query),
  rate: (context, { params, body }) => rateCompany(context, params.company, params.mobility, body),
  removeRating: (context, { params }) => removeRating(context, params.company, params.mobility),
  previewMerger: (context, { params, query }) => previewMerger(context, params.company, query.other),
  merge: (context, { params, body }) => mergeCompanies(context, params.company, body),
})
