import { routes } from '#server/http/routes.ts'
import { occupationsContract } from './occupations.contract.ts'
import {
  fieldsSource,
  occupationsSource,
  suggestFields,
  suggestOccupations,
  suggestSkills,
} from './occupations.ts'

export const occupationsRoutes = routes(occupationsContract, {
  occupations: async (_context, { query }) => ({
    items: suggestOccupations(query.q, query.limit),
    source: occupationsSource,
  }),
  fields: async (_context, { query }) => ({
    items: suggestFields(query.q, query.limit),
    source: fieldsSource,
  }),
  skills: async (_context, { query }) => ({
    items: suggestSkills(query.q, query.limit),
    source: occupationsSource,
  }),
})
