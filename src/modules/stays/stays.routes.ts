import { routes } from '#server/http/routes.ts'
import * as housings from './housings.actions.ts'
import * as stays from './stays.actions.ts'
import { staysContract } from './stays.contract.ts'

export const staysRoutes = routes(staysContract, {
  listHousings: (context, { query }) => housings.listHousings(context, query),
  addHousing: (context, { body }) => housings.addHousing(context, body),
  readHousing: (context, { params }) => housings.readHousing(context, params.housing),
  saveHousing: (context, { params, body }) => housings.saveHousing(context, params.housing, body),
  board: (context, { query }) => housings.readBoard(context, query),
  allocate: (context, { body }) => stays.allocate(context, body.flowIds),
  give: (context, { body }) => stays.giveBeds(context, body.stays),
  saveStay: (context, { params, body }) => stays.saveStay(context, params.stay, body),
  ofMobility: (context, { params }) => stays.staysOfMobility(context, params.mobility),
  readOwn: (context, { params }) => stays.ownStays(context, params.mobility),
})
