import { routes } from '#server/http/routes.ts'
import { exportInvoices, listInvoices } from './invoice-list.actions.ts'
import * as invoices from './invoices.actions.ts'
import { invoicesContract } from './invoices.contract.ts'
import { answerQuotation, cancelOrder } from './order.actions.ts'
import { ordersContract } from './orders.contract.ts'
import { invoiceFile, orderFile, quotationFile } from './papers.actions.ts'
import { listProjectOrders } from './project-orders.actions.ts'
import { projectOrdersContract } from './project-orders.contract.ts'
import * as prices from './prices.actions.ts'
import { pricesContract } from './prices.contract.ts'
import * as quotations from './quotations.actions.ts'
import * as requests from './requests.actions.ts'
import { readThread } from './thread.actions.ts'

export const ordersRoutes = routes(ordersContract, {
  list: (context, { query }) => requests.listRequests(context, query),
  counts: (context) => requests.countAll(context),
  read: (context, { params }) => readThread(context, params.request),
  ask: (context, { body }) => requests.askForPlaces(context, body),
  edit: (context, { params, body }) => requests.editRequest(context, params.request, body),
  decide: (context, { params, body }) => requests.decideRequest(context, params.request, body),
  quote: (context, { params, body }) => quotations.beginQuotation(context, params.request, body),
  editQuotation: (context, { params, body }) => quotations.editQuotation(context, params.quotation, body),
  dropQuotation: (context, { params }) => quotations.dropQuotation(context, params.quotation),
  send: (context, { params, body }) => quotations.sendQuotation(context, params.quotation, body.version),
  answer: (context, { params, body }) => answerQuotation(context, params.quotation, body),
  quotationFile: (context, { params }) => quotationFile(context, params.quotation),
  orderFile: (context, { params }) => orderFile(context, params.order),
  cancel: (context, { params, body }) => cancelOrder(context, params.order, body),
})

export const projectOrdersRoutes = routes(projectOrdersContract, {
  ordersOfProject: (context, { params }) => listProjectOrders(context, params.project),
})

export const invoicesRoutes = routes(invoicesContract, {
  list: (context, { query }) => listInvoices(context, query),
  export: (context, { query }) => exportInvoices(context, query),
  draft: (context, { params, body }) => invoices.draftInvoice(context, params.order, body.percent),
  edit: (context, { params, body }) => invoices.editInvoice(context, params.invoice, body),
  drop: (context, { params }) => invoices.dropInvoice(context, params.invoice),
  issue: (context, { params, body }) => invoices.issueInvoice(context, params.invoice, body.version),
  credit: (context, { params }) => invoices.draftCreditNote(context, params.invoice),
  receive: (context, { params, body }) => invoices.receivePayment(context, params.invoice, body),
  dropReceipt: (context, { params }) => invoices.dropReceipt(context, params.invoice, params.receipt),
  remind: (context, { params }) => invoices.remindBuyer(context, params.invoice),
  file: (context, { params, query }) => invoiceFile(context, params.invoice, query.format),
})

export const pricesRoutes = routes(pricesContract, {
  list: (context) => prices.listPrices(context),
  read: (context, { params }) => prices.readPrices(context, params.priceList),
  add: (context, { body }) => prices.addPrices(context, body),
  edit: (context, { params, body }) => prices.editPrices(context, params.priceList, body),
  settings: (context) => prices.readSettings(context),
  saveSettings: (context, { body }) => prices.saveSettings(context, body),
})
