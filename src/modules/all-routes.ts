import type { ModuleRoutes } from '#server/http/routes.ts'
import { accountsRoutes } from './accounts/accounts.routes.ts'
import {
  invitationsRoutes,
  membersRoutes,
  organisationsRoutes,
  partnersRoutes,
} from './organisations/organisations.routes.ts'
import { bookingFilesRoutes, importsRoutes } from './exchange/imports.routes.ts'
import { arrivalsRoutes, journeysRoutes } from './journeys/journeys.routes.ts'
import { companyListRoutes } from './exchange/company-list/company-list.routes.ts'
import { filesRoutes } from './files/files.routes.ts'
import { grantsRoutes } from './grants/grants.routes.ts'
import { flowsRoutes } from './flows/flows.routes.ts'
import { placesRoutes } from './places/places.routes.ts'
import { projectsRoutes } from './projects/projects.routes.ts'
import { boardsRoutes } from './boards/boards.routes.ts'
import { expensesRoutes } from './expenses/expenses.routes.ts'
import { companiesRoutes } from './companies/companies.routes.ts'
import { departurePacksRoutes } from './departure-packs/departure-packs.routes.ts'
import { housingsRoutes, roomPlansRoutes, staysRoutes } from './stays/stays.routes.ts'
import { ownPapersRoutes, papersRoutes, tutorPapersRoutes } from './papers/papers.routes.ts'
import { occupationsRoutes } from './companies/occupations/occupations.routes.ts'
import { registerRoutes } from './companies/register.routes.ts'
import { availabilityRoutes } from './availability/availability.routes.ts'
import { matchingRoutes } from './matching/plans.routes.ts'
import { ownWishesRoutes, profilesRoutes } from './matching/profiles.routes.ts'
import {
  ownPlacementsRoutes,
  placementsRoutes,
  tutorPlacementsRoutes,
} from './placements/placements.routes.ts'
import {
  contributionsRoutes,
  paymentsRoutes,
  splitRoutes,
  withdrawalsRoutes,
} from './payments/payments.routes.ts'
import { ownPeopleRoutes, peopleRoutes } from './people/people.routes.ts'
import { mobilitiesRoutes } from './mobilities/mobilities.routes.ts'
import { ownMobilitiesRoutes } from './mobilities/own-mobilities.routes.ts'
import { viewsRoutes } from './mobilities/views/views.routes.ts'
import { invoicesRoutes, ordersRoutes, pricesRoutes, projectOrdersRoutes } from './orders/orders.routes.ts'
import { outboxRoutes } from './outbox/outbox.routes.ts'
import { tutorLinksRoutes } from './tutor-links/tutor-links.routes.ts'
import { budgetRoutes } from './budget/budget.routes.ts'
import { bulkRoutes } from './bulk/bulk.routes.ts'
import { checklistsRoutes } from './tasks/checklists.routes.ts'
import { tasksRoutes } from './tasks/tasks.routes.ts'

/** The routes of every module; the order does not matter. */
export const allRoutes: readonly ModuleRoutes[] = [
  accountsRoutes,
  organisationsRoutes,
  membersRoutes,
  invitationsRoutes,
  partnersRoutes,
  peopleRoutes,
  ownPeopleRoutes,
  placesRoutes,
  projectsRoutes,
  flowsRoutes,
  filesRoutes,
  grantsRoutes,
  budgetRoutes,
  paymentsRoutes,
  withdrawalsRoutes,
  splitRoutes,
  companiesRoutes,
  registerRoutes,
  occupationsRoutes,
  availabilityRoutes,
  companyListRoutes,
  matchingRoutes,
  profilesRoutes,
  ownWishesRoutes,
  housingsRoutes,
  placementsRoutes,
  ownPlacementsRoutes,
  tutorPlacementsRoutes,
  staysRoutes,
  departurePacksRoutes,
  roomPlansRoutes,
  journeysRoutes,
  arrivalsRoutes,
  bookingFilesRoutes,
  papersRoutes,
  tutorPapersRoutes,
  ownPapersRoutes,
  contributionsRoutes,
  expensesRoutes,
  ordersRoutes,
  projectOrdersRoutes,
  invoicesRoutes,
  pricesRoutes,
  tasksRoutes,
  checklistsRoutes,
  mobilitiesRoutes,
  ownMobilitiesRoutes,
  viewsRoutes,
  bulkRoutes,
  tutorLinksRoutes,
  importsRoutes,
  outboxRoutes,
  boardsRoutes,
]
