import { routes } from '#server/http/routes.ts'
import * as offered from './offered.actions.ts'
import * as own from './own.actions.ts'
import * as actions from './placements.actions.ts'
import { ownPlacementsContract, placementsContract, tutorPlacementsContract } from './placements.contract.ts'
import * as profile from './profile.actions.ts'
import { changePlacement, propose } from './propose.actions.ts'

export const placementsRoutes = routes(placementsContract, {
  list: (context, { query }) => actions.listPlacements(context, query),
  counts: (context, { query }) => actions.countPlacements(context, query),
  propose: (context, { body }) => propose(context, body),
  read: (context, { params }) => actions.readPlacement(context, params.placement),
  change: (context, { params, body }) => changePlacement(context, params.placement, body),
  act: (context, { params, body }) => actions.actOnOne(context, params.placement, body),
  actOnMany: (context, { body }) => actions.actOnMany(context, body),
  dropOut: (context, { params, body }) => actions.dropOut(context, params.company, body),
  readRules: (context) => actions.readRules(context),
  saveRules: (context, { body }) => actions.saveRules(context, body),
  readProfile: (context, { params }) => profile.readProfile(context, params.mobility),
  saveProfile: (context, { params, body }) => profile.saveProfile(context, params.mobility, body),
  readCv: (context, { params }) => profile.readCv(context, params.mobility),
  bringCv: (context, { params, upload }) => profile.bringCv(context, params.mobility, upload),
  listOffered: (context) => offered.listOffered(context),
  answerOffered: (context, { params, body }) => offered.answerOffered(context, params.placement, body),
  offeredCv: (context, { params }) => offered.offeredCv(context, params.placement),
})

/** The same for the bearer of a company's personal link. */
export const tutorPlacementsRoutes = routes(tutorPlacementsContract, {
  list: (context) => offered.listOffered(context),
  answer: (context, { params, body }) => offered.answerOffered(context, params.placement, body),
  cv: (context, { params }) => offered.offeredCv(context, params.placement),
})

export const ownPlacementsRoutes = routes(ownPlacementsContract, {
  list: (context, { params }) => own.listOwnPlacements(context, params.mobility),
  approve: (context, { params, body }) => own.answerOwn(context, params.mobility, params.placement, body),
  readProfile: (context, { params }) => profile.readOwnProfile(context, params.mobility),
  saveProfile: (context, { params, body }) => profile.saveOwnProfile(context, params.mobility, body),
})
