import { routes } from '#server/http/routes.ts'
import * as beds from './give-beds.actions.ts'
import { housingsContract } from './housings.contract.ts'
import * as housings from './housings.actions.ts'
import * as living from './living.actions.ts'
import * as photos from './photos.actions.ts'
import { readPlan } from './read-plan.actions.ts'
import { roomPlansContract } from './room-plans.contract.ts'
import * as plans from './room-plans.actions.ts'
import * as stays from './stays.actions.ts'
import { staysContract } from './stays.contract.ts'

export const housingsRoutes = routes(housingsContract, {
  listHousings: (context, { query }) => housings.listHousings(context, query),
  addHousing: (context, { body }) => housings.addHousing(context, body),
  readHousing: (context, { params }) => housings.readHousing(context, params.housing),
  saveHousing: (context, { params, body }) => housings.saveHousing(context, params.housing, body),
  staysOfHousing: (context, { params, query }) => housings.staysOfHousing(context, params.housing, query),
  distances: (context, { params }) => housings.distances(context, params.housing),
  addHousingPhoto: (context, { params, upload }) => photos.addHousingPhoto(context, params.housing, upload),
  showHousingPhoto: (context, { params }) => photos.showHousingPhoto(context, params.housing, params.photo),
  removeHousingPhoto: (context, { params }) =>
    photos.removeHousingPhoto(context, params.housing, params.photo),
  board: (context, { query }) => housings.readBoard(context, query),
})

export const staysRoutes = routes(staysContract, {
  give: (context, { body }) => beds.giveBeds(context, body.stays),
  bedless: (context, { query }) => beds.bedless(context, query),
  choices: (context, { query }) => beds.roomChoices(context, query),
  readStay: (context, { params }) => stays.readStay(context, params.stay),
  saveStay: (context, { params, body }) => stays.saveStay(context, params.stay, body),
  moveStay: (context, { params, body }) => stays.moveStay(context, params.stay, body),
  stepMany: (context, { body }) => stays.stepMany(context, body),
  door: (context, { query }) => stays.readDoor(context, query),
  addStayPhoto: (context, { params, upload }) => photos.addStayPhoto(context, params.stay, upload),
  showStayPhoto: (context, { params }) => photos.showStayPhoto(context, params.stay, params.photo),
  guestOfStay: (context, { params }) => living.guestOfStay(context, params.stay),
  ofMobility: (context, { params }) => living.staysOfMobility(context, params.mobility),
  showMobilityPhoto: (context, { params }) =>
    living.showMobilityPhoto(context, params.mobility, params.photo),
  readNeeds: (context, { params }) => living.readNeeds(context, params.mobility),
  saveNeeds: (context, { params, body }) => living.saveNeeds(context, params.mobility, body),
  companions: (context, { params }) => living.companions(context, params.mobility),
  readOwn: (context, { params }) => living.ownStays(context, params.mobility),
  showOwnPhoto: (context, { params }) => living.showOwnPhoto(context, params.mobility, params.photo),
  readOwnProfile: (context, { params }) => living.readOwnProfile(context, params.mobility),
  saveOwnProfile: (context, { params, body }) => living.saveOwnProfile(context, params.mobility, body),
})

export const roomPlansRoutes = routes(roomPlansContract, {
  listRoomPlans: (context, { query }) => plans.listPlans(context, query),
  makeRoomPlan: (context, { body }) => plans.makePlan(context, body),
  readRoomPlan: (context, { params }) => readPlan(context, params.roomPlan),
  solveRoomPlan: (context, { params, body }) => plans.solveAgain(context, params.roomPlan, body.version),
  roomsOfPlan: (context, { params, query }) => plans.roomsOfPlan(context, params.roomPlan, query.mobility),
  turnRoomPlan: (context, { params, body }) => plans.turnPlan(context, params.roomPlan, body),
  applyRoomPlan: (context, { params, body }) => plans.applyPlan(context, params.roomPlan, body.version),
})
