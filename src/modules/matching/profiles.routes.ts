import { routes } from '#server/http/routes.ts'
import * as profiles from './profiles.actions.ts'
import { ownWishesContract, profilesContract } from './profiles.contract.ts'
import { tryProfile } from './try-profile.actions.ts'

export const profilesRoutes = routes(profilesContract, {
  readProfile: (context, { params }) => profiles.readProfile(context, params.mobility),
  saveProfile: (context, { params, body }) => profiles.saveProfile(context, params.mobility, body),
  tryProfile: (context, { params, body }) => tryProfile(context, params.mobility, body),
  wishable: (context, { params, query }) => profiles.wishable(context, params.mobility, query.q),
})

export const ownWishesRoutes = routes(ownWishesContract, {
  read: (context, { params }) => profiles.readOwnWishes(context, params.mobility),
  save: (context, { params, body }) => profiles.saveOwnWishes(context, params.mobility, body),
  wishable: (context, { params, query }) => profiles.ownWishable(context, params.mobility, query.q),
  companions: (context, { params, query }) => profiles.ownCompanions(context, params.mobility, query.q),
})
