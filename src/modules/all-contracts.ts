import type { Endpoint } from '#shared/endpoint.ts'
import { accountsContract } from './accounts/accounts.contract.ts'
import { departurePacksContract } from './departure-packs/departure-packs.contract.ts'
import { housingsContract } from './stays/housings.contract.ts'
import { roomPlansContract } from './stays/room-plans.contract.ts'
import { availabilityContract } from './availability/availability.contract.ts'
import { boardsContract } from './boards/boards.contract.ts'
import { staysContract } from './stays/stays.contract.ts'
import { arrivalsContract } from './journeys/arrivals.contract.ts'
import { journeysContract } from './journeys/journeys.contract.ts'
import { bookingFilesContract } from './exchange/booking-files.contract.ts'
import { matchingContract } from './matching/plans.contract.ts'
import { ownWishesContract, profilesContract } from './matching/profiles.contract.ts'
import {
  ownPlacementsContract,
  placementsContract,
  tutorPlacementsContract,
} from './placements/placements.contract.ts'
import { mobilitiesContract } from './mobilities/mobilities.contract.ts'
import { ownMobilitiesContract } from './mobilities/own-mobilities.contract.ts'
import { budgetContract } from './budget/budget.contract.ts'
import { bulkContract } from './bulk/bulk.contract.ts'
import { viewsContract } from './mobilities/views/views.contract.ts'
import { invitationsContract } from './organisations/invitations.contract.ts'
import { membersContract } from './organisations/members.contract.ts'
import { organisationsContract } from './organisations/organisations.contract.ts'
import { partnersContract } from './organisations/partners.contract.ts'
import { tutorLinksContract } from './tutor-links/tutor-links.contract.ts'
import { invoicesContract } from './orders/invoices.contract.ts'
import { ordersContract } from './orders/orders.contract.ts'
import { projectOrdersContract } from './orders/project-orders.contract.ts'
import { pricesContract } from './orders/prices.contract.ts'
import { outboxContract } from './outbox/outbox.contract.ts'
import { ownPeopleContract } from './people/own-people.contract.ts'
import { expensesContract } from './expenses/expenses.contract.ts'
import { paymentsContract } from './payments/payments.contract.ts'
import { companiesContract } from './companies/companies.contract.ts'
import { occupationsContract } from './companies/occupations/occupations.contract.ts'
import { registerContract } from './companies/register.contract.ts'
import { contributionsContract } from './payments/contributions/contributions.contract.ts'
import { splitContract } from './payments/split/split.contract.ts'
import { withdrawalsContract } from './payments/withdrawals/withdrawals.contract.ts'
import { peopleContract } from './people/people.contract.ts'
import { ownPapersContract } from './papers/own-papers.contract.ts'
import { papersContract } from './papers/papers.contract.ts'
import { tutorPapersContract } from './papers/tutor-papers.contract.ts'
import { placesContract } from './places/places.contract.ts'
import { projectsContract } from './projects/projects.contract.ts'
import { companyListContract } from './exchange/company-list/company-list.contract.ts'
import { importsContract } from './exchange/imports.contract.ts'
import { filesContract } from './files/files.contract.ts'
import { grantsContract } from './grants/grants.contract.ts'
import { flowsContract } from './flows/flows.contract.ts'
import { checklistsContract } from './tasks/checklists.contract.ts'
import { tasksContract } from './tasks/tasks.contract.ts'

/** Every module's contract, by name. A module that is not listed here has no routes. */
export const allContracts = {
  accounts: accountsContract,
  organisations: organisationsContract,
  members: membersContract,
  invitations: invitationsContract,
  partners: partnersContract,
  people: peopleContract,
  ownPeople: ownPeopleContract,
  places: placesContract,
  projects: projectsContract,
  flows: flowsContract,
  files: filesContract,
  grants: grantsContract,
  budget: budgetContract,
  payments: paymentsContract,
  withdrawals: withdrawalsContract,
  supportSplit: splitContract,
  contributions: contributionsContract,
  companies: companiesContract,
  register: registerContract,
  occupations: occupationsContract,
  availability: availabilityContract,
  companyList: companyListContract,
  matching: matchingContract,
  profiles: profilesContract,
  ownWishes: ownWishesContract,
  housings: housingsContract,
  placements: placementsContract,
  ownPlacements: ownPlacementsContract,
  tutorPlacements: tutorPlacementsContract,
  stays: staysContract,
  departurePacks: departurePacksContract,
  roomPlans: roomPlansContract,
  journeys: journeysContract,
  arrivals: arrivalsContract,
  bookingFiles: bookingFilesContract,
  papers: papersContract,
  tutorPapers: tutorPapersContract,
  ownPapers: ownPapersContract,
  expenses: expensesContract,
  orders: ordersContract,
  projectOrders: projectOrdersContract,
  invoices: invoicesContract,
  prices: pricesContract,
  tasks: tasksContract,
  checklists: checklistsContract,
  mobilities: mobilitiesContract,
  ownMobilities: ownMobilitiesContract,
  bulk: bulkContract,
  views: viewsContract,
  tutorLinks: tutorLinksContract,
  outbox: outboxContract,
  imports: importsContract,
  boards: boardsContract,
} satisfies Record<string, Record<string, Endpoint>>

type Contracts = typeof allContracts
type EndpointsOf<C> = C[keyof C]
/** Every endpoint as a union, for the typed client. */
export type AllEndpoints = { [M in keyof Contracts]: EndpointsOf<Contracts[M]> }[keyof Contracts]
