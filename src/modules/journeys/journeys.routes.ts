import { routes } from '#server/http/routes.ts'
import * as arrivals from './arrivals.actions.ts'
import { arrivalsContract } from './arrivals.contract.ts'
import * as bookings from './bookings.actions.ts'
import * as green from './green-declaration.actions.ts'
import * as rules from './journey-rules.actions.ts'
import { journeysContract } from './journeys.contract.ts'
import { moveLeg } from './move-leg.actions.ts'
import * as one from './one-journey.actions.ts'
import * as proofs from './proofs.actions.ts'
import * as transfers from './transfers.actions.ts'

export const journeysRoutes = routes(journeysContract, {
  listBookings: (context, { params }) => bookings.listBookings(context, params.flow),
  readBooking: (context, { params, body }) => bookings.readPasted(context, params.flow, body.text),
  addBooking: (context, { params, body }) => bookings.addBooking(context, params.flow, body),
  saveBooking: (context, { params, body }) => bookings.saveBooking(context, params.booking, body),
  removeBooking: (context, { params }) => bookings.removeBooking(context, params.booking),
  putOn: (context, { params, body }) => bookings.putOn(context, params.booking, body),
  takeOff: (context, { params, body }) => bookings.takeOff(context, params.booking, body),
  moveLeg: (context, { params, body }) => moveLeg(context, params.leg, body),
  ofMobility: (context, { params }) => one.readJourney(context, params.mobility),
  saveWay: (context, { params, body }) => one.saveWay(context, params.mobility, params.direction, body),
  keepProof: (context, { params, body }) => proofs.keepProof(context, params.mobility, body),
  showProof: (context, { params }) => proofs.showProof(context, params.mobility, params.proof),
  removeProof: (context, { params }) => proofs.removeProof(context, params.mobility, params.proof),
  declareOnPaper: (context, { params, body }) => green.declareOnPaper(context, params.mobility, body),
  takeBackPaper: (context, { params }) => green.takeBackPaper(context, params.mobility),
  readOwn: (context, { params }) => one.readOwn(context, params.mobility),
  saveOwnWay: (context, { params, body }) => one.saveOwnWay(context, params.mobility, params.direction, body),
  keepOwnProof: (context, { params, body }) => proofs.keepOwnProof(context, params.mobility, body),
  showOwnProof: (context, { params }) => proofs.showOwnProof(context, params.mobility, params.proof),
  removeOwnProof: (context, { params }) => proofs.removeOwnProof(context, params.mobility, params.proof),
  declareOwn: (context, { params, body }) => green.declareOwn(context, params.mobility, body),
  takeBackOwn: (context, { params }) => green.takeBackOwn(context, params.mobility),
  readRules: (context) => rules.readRules(context),
  saveRules: (context, { body }) => rules.keepRules(context, body),
})

export const arrivalsRoutes = routes(arrivalsContract, {
  list: (context, { query }) => arrivals.listArrivals(context, query),
  file: (context, { query }) => arrivals.arrivalsFile(context, query),
  missing: (context, { query }) => arrivals.listMissing(context, query),
  ask: (context, { body }) => arrivals.askForJourneys(context, body.flowId),
  listTransfers: (context, { query }) => transfers.listTransfers(context, query),
  addTransfer: (context, { body }) => transfers.addTransfer(context, body),
  saveTransfer: (context, { params, body }) => transfers.saveTransfer(context, params.transfer, body),
  removeTransfer: (context, { params }) => transfers.removeTransfer(context, params.transfer),
  propose: (context, { body }) => transfers.proposeSeats(context, body),
  seat: (context, { body }) => transfers.seatPeople(context, body.seats),
})
