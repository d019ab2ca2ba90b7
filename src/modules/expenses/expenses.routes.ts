import { routes } from '#server/http/routes.ts'
import * as actions from './expenses.actions.ts'
import * as rates from './rates.actions.ts'
import { expensesContract } from './expenses.contract.ts'

export const expensesRoutes = routes(expensesContract, {
  list: (context, { params, query }) => actions.listExpenses(context, params.flow, query),
  enter: (context, { params, body }) => actions.enterExpense(context, params.flow, body),
  setBudget: (context, { params, body }) => actions.setBudget(context, params.flow, body.euros),
  remove: (context, { params }) => actions.removeExpense(context, params.expense),
  judge: (context, { params, body }) => actions.judgeExpense(context, params.expense, body),
  setRate: (context, { body }) => rates.setRates(context, body.rates),
  importRates: (context, { upload }) => rates.importRates(context, upload),
  readRates: (context) => rates.readRates(context),
  listOwn: (context, { params }) => actions.listOwn(context, params.mobility),
  removeOwn: (context, { params }) => actions.removeOwn(context, params.mobility, params.expense),
  enterOwn: (context, { params, body }) => actions.enterOwn(context, params.mobility, body),
})
