import { routes } from '#server/http/routes.ts'
import * as accounts from './accounts.actions.ts'
import * as payments from './payments.actions.ts'
import { paymentsContract } from './payments.contract.ts'
import { exportRun, importSettlement } from './run-files.actions.ts'
import * as runs from './runs.actions.ts'
import * as split from './split/split.actions.ts'
import * as contributions from './contributions/contributions.actions.ts'
import * as flowPayments from './contributions/flow-payments.actions.ts'
import { contributionsContract } from './contributions/contributions.contract.ts'
import { splitContract } from './split/split.contract.ts'
import * as withdrawals from './withdrawals/withdrawals.actions.ts'
import { withdrawalsContract } from './withdrawals/withdrawals.contract.ts'

export const paymentsRoutes = routes(paymentsContract, {
  readAccount: (context) => accounts.readAccount(context),
  setAccount: (context, { body }) => accounts.setAccount(context, body),
  readPersonAccount: (context, { params }) => accounts.readPersonAccount(context, params.person),
  setPersonAccount: (context, { params, body }) => accounts.setPersonAccount(context, params.person, body),
  readOwnAccount: (context, { params }) => accounts.readOwnAccount(context, params.person),
  setOwnAccount: (context, { params, body }) => accounts.setOwnAccount(context, params.person, body),
  readTemplate: (context, { params }) => payments.readTemplate(context, params.project),
  setTemplate: (context, { params, body }) => payments.setTemplate(context, params.project, body),
  listPayables: (context, { params, query }) => payments.listPayables(context, params.project, query),
  readStay: (context, { params }) => payments.readStay(context, params.mobility),
  addPayment: (context, { params, body }) => payments.addPayment(context, params.mobility, body),
  settlePayment: (context, { params, body }) => payments.settlePayment(context, params.payment, body),
  readOwn: (context, { params }) => payments.readOwnStay(context, params.mobility),
  prepareRun: (context, { params, body }) => runs.prepareRun(context, params.project, body),
  listRuns: (context, { query }) => runs.listRuns(context, query),
  readRun: (context, { params }) => runs.readRun(context, params.run),
  exportRun: (context, { params, query }) => exportRun(context, params.run, query.format),
  settleRun: (context, { params, body }) => runs.settleRun(context, params.run, body.paidOn),
  importSettlement: (context, { params, upload }) => importSettlement(context, params.run, upload),
})

export const withdrawalsRoutes = routes(withdrawalsContract, {
  read: (context, { params }) => withdrawals.readWithdrawal(context, params.mobility),
  save: (context, { params, body }) => withdrawals.saveWithdrawal(context, params.mobility, body),
  settle: (context, { params, body }) => withdrawals.settleWithdrawal(context, params.mobility, body.version),
})

export const contributionsRoutes = routes(contributionsContract, {
  read: (context, { params }) => contributions.readContributions(context, params.flow),
  ask: (context, { params, body }) => contributions.askContributions(context, params.flow, body),
  giveBack: (context, { params, body }) => flowPayments.giveBack(context, params.flow, body),
  listPayments: (context, { params, query }) => flowPayments.listFlowPayments(context, params.flow, query),
  settlePayments: (context, { params, body }) => flowPayments.settleFlowPayments(context, params.flow, body),
})

export const splitRoutes = routes(splitContract, {
  read: (context, { params }) => split.readSplit(context, params.flow),
  save: (context, { params, body }) => split.saveSplit(context, params.flow, body),
  ask: (context, { params, body }) => split.askShare(context, params.flow, body.due ?? null),
})
