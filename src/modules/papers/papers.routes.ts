import { routes } from '#server/http/routes.ts'
import { askForPapers } from './ask.actions.ts'
import { checkPapers } from './check-papers.actions.ts'
import { listPapers } from './list-papers.actions.ts'
import * as own from './own-papers.actions.ts'
import { ownPapersContract } from './own-papers.contract.ts'
import * as rules from './paper-rules.actions.ts'
import * as papers from './papers.actions.ts'
import { papersContract } from './papers.contract.ts'
import { tutorCertificates } from './tutor-papers.actions.ts'
import { tutorPapersContract } from './tutor-papers.contract.ts'
import * as policies from './policies.actions.ts'
import * as policyScans from './policy-scans.actions.ts'
import * as scans from './staff-scans.actions.ts'

export const papersRoutes = routes(papersContract, {
  list: (context, { query }) => listPapers(context, query),
  read: (context, { params }) => papers.readPapers(context, params.mobility),
  save: (context, { params, body }) => papers.savePaper(context, params.mobility, params.paper, body),
  remove: (context, { params }) => papers.removePaper(context, params.mobility, params.paper),
  check: (context, { body }) => checkPapers(context, body),
  showNumber: (context, { params }) => papers.showNumber(context, params.mobility, params.paper),
  bringScan: (context, { params, upload }) => scans.bringScan(context, params.mobility, params.paper, upload),
  showScan: (context, { params }) => scans.showScan(context, params.mobility, params.paper),
  removeScan: (context, { params }) => scans.removeScan(context, params.mobility, params.paper),
  ask: (context, { body }) => askForPapers(context, body.mobilityIds),
  listPolicies: (context, { query }) => policies.listPolicies(context, query),
  addPolicy: (context, { body }) => policies.addPolicy(context, body),
  savePolicy: (context, { params, body }) => policies.savePolicy(context, params.policy, body),
  endPolicy: (context, { params }) => policies.endPolicy(context, params.policy),
  bringPolicyScan: (context, { params, upload }) =>
    policyScans.bringPolicyScan(context, params.policy, upload),
  showPolicyScan: (context, { params }) => policyScans.showPolicyScan(context, params.policy),
  removePolicyScan: (context, { params }) => policyScans.removePolicyScan(context, params.policy),
  listVisaRules: (context) => rules.listVisaRules(context),
  setVisaRule: (context, { body }) => rules.setVisaRule(context, body),
  readSettings: (context) => rules.readSettings(context),
  saveSettings: (context, { body }) => rules.saveSettings(context, body),
})

export const ownPapersRoutes = routes(ownPapersContract, {
  list: (context) => own.listOwnPapers(context),
  save: (context, { params, body }) => own.saveOwnPaper(context, params.mobility, params.paper, body),
  bringScan: (context, { params, upload }) =>
    own.bringOwnScan(context, params.mobility, params.paper, upload),
  removeScan: (context, { params }) => own.removeOwnScan(context, params.mobility, params.paper),
})

/** For the bearer of a company's personal link. */
export const tutorPapersRoutes = routes(tutorPapersContract, {
  certificates: (context) => tutorCertificates(context),
})
