import { routes } from '#server/http/routes.ts'
import { proposeCompany } from './company.actions.ts'
import { setContact } from './contacts.actions.ts'
import { createMobility } from './create.actions.ts'
import { editMobility } from './edit.actions.ts'
import { readEvents } from './events.actions.ts'
import { eventsOfOrganisation } from './events.store.ts'
import { exportMobilities } from './export.actions.ts'
import { recordFactByHand, withdrawFactByHand } from './facts.actions.ts'
import { countMobilities, listMobilities } from './lists.actions.ts'
import { mobilitiesContract } from './mobilities.contract.ts'
import { reportProblem } from './problems.actions.ts'
import { readMobility } from './record.actions.ts'
import { search } from './search.actions.ts'
import { changeStatus } from './status.actions.ts'

export const mobilitiesRoutes = routes(mobilitiesContract, {
  list: (context, { query }) => listMobilities(context, query),
  counts: (context, { query }) => countMobilities(context, query),
  create: (context, { body }) => createMobility(context, body),
  read: (context, { params }) => readMobility(context, params.mobility),
  edit: (context, { params, body, version }) => editMobility(context, params.mobility, version, body),
  changeStatus: async (context, { params, body: { to, reason, day, override } }) => {
    await changeStatus(context, params.mobility, {
      to,
      ...(reason ? { reason } : {}),
      ...(day ? { day } : {}),
      override: override ?? false,
    })
    return readMobility(context, params.mobility)
  },
  setContact: (context, { params, body }) =>
    setContact(context, params.mobility, params.role, params.duty, body),
  proposeCompany: (context, { params, body }) => proposeCompany(context, params.mobility, body),
  recordFact: async (context, { params, body }) => {
    await recordFactByHand(context, params.mobility, params.fact, body.note)
    return readMobility(context, params.mobility)
  },
  withdrawFact: async (context, { params }) => {
    await withdrawFactByHand(context, params.mobility, params.fact)
    return readMobility(context, params.mobility)
  },
  reportProblem: async (context, { params, body }) => {
    const { id } = await reportProblem(context, params.mobility, body)
    return { id }
  },
  events: (context, { params, query }) => readEvents(context, params.mobility, query),
  organisationEvents: (context, { params, query }) =>
    eventsOfOrganisation(context.db, params.organisation, query),
  export: (context, { query }) => exportMobilities(context, query),
  search: (context, { query }) => search(context, query.q),
})
