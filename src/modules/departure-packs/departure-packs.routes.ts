import { routes } from '#server/http/routes.ts'
import * as actions from './departure-packs.actions.ts'
import { departurePacksContract } from './departure-packs.contract.ts'

export const departurePacksRoutes = routes(departurePacksContract, {
  readOwn: (context, { params }) => actions.readOwnPack(context, params.mobility),
  receive: (context, { params }) => actions.receivePack(context, params.mobility),
  read: (context, { params }) => actions.readPack(context, params.mobility),
})
