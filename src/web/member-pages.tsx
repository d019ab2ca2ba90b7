import type { RouteObject } from 'react-router'
import { ErrorPage } from '#web/layout/ErrorPage.tsx'
import { NotFoundPage } from '#web/layout/NotFoundPage.tsx'
import { page } from './page.ts'

/** A member's pages, below `/o/:organisation` (paths.ts). The same in all portals: the server decides what is in them. */
const memberPages: RouteObject[] = [
  { index: true, lazy: page(() => import('#modules/tasks/web/TodayPage.tsx')) },
  { path: 'mobilities', lazy: page(() => import('#portals/staff/MobilitiesPage.tsx')) },
  { path: 'mobilities/:mobility', lazy: page(() => import('#portals/staff/MobilityPage.tsx')) },
  { path: 'mobilities/:mobility/grant', lazy: page(() => import('#modules/grants/web/ExplanationPage.tsx')) },
  {
    path: 'mobilities/:mobility/pack',
    lazy: page(() => import('#modules/departure-packs/web/PackPage.tsx')),
  },
  { path: 'week', lazy: page(() => import('#modules/boards/web/WeekPage.tsx')) },
  { path: 'timeline', lazy: page(() => import('#modules/boards/web/TimelinePage.tsx')) },
  { path: 'map', lazy: page(() => import('#modules/boards/web/MapPage.tsx')) },
  { path: 'flows', lazy: page(() => import('#modules/flows/web/FlowsPage.tsx')) },
  { path: 'flows/:flow', lazy: page(() => import('#modules/flows/web/FlowPage.tsx')) },
  { path: 'flows/:flow/journeys', lazy: page(() => import('#modules/journeys/web/FlowJourneysPage.tsx')) },
  { path: 'arrivals', lazy: page(() => import('#modules/journeys/web/ArrivalsPage.tsx')) },
  { path: 'transfers', lazy: page(() => import('#modules/journeys/web/TransfersPage.tsx')) },
  { path: 'projects', lazy: page(() => import('#modules/projects/web/ProjectsPage.tsx')) },
  { path: 'projects/:project', lazy: page(() => import('#modules/projects/web/ProjectPage.tsx')) },
  { path: 'projects/:project/budget', lazy: page(() => import('#modules/budget/web/BudgetPage.tsx')) },
  { path: 'projects/:project/payments', lazy: page(() => import('#modules/payments/web/PaymentsPage.tsx')) },
  { path: 'payment-runs/:run', lazy: page(() => import('#modules/payments/web/RunPage.tsx')) },
  { path: 'people', lazy: page(() => import('#modules/people/web/PeoplePage.tsx')) },
  { path: 'people/:person', lazy: page(() => import('#modules/people/web/PersonPage.tsx')) },
  { path: 'partners', lazy: page(() => import('#modules/organisations/web/PartnersPage.tsx')) },
  { path: 'partners/:partner', lazy: page(() => import('#modules/organisations/web/PartnerPage.tsx')) },
  { path: 'companies', lazy: page(() => import('#modules/companies/web/CompaniesPage.tsx')) },
  { path: 'companies/:company', lazy: page(() => import('#portals/staff/CompanyPage.tsx')) },
  {
    path: 'company-list',
    lazy: page(() => import('#modules/exchange/company-list/web/CompanyListPage.tsx')),
  },
  { path: 'availability', lazy: page(() => import('#modules/availability/web/AsksPage.tsx')) },
  { path: 'availability/:ask', lazy: page(() => import('#modules/availability/web/AskPage.tsx')) },
  { path: 'matching', lazy: page(() => import('#modules/matching/web/PlansPage.tsx')) },
  { path: 'matching/:plan', lazy: page(() => import('#modules/matching/web/PlanPage.tsx')) },
  { path: 'stays', lazy: page(() => import('#modules/stays/web/HousingsPage.tsx')) },
  { path: 'stays/housings/:housing', lazy: page(() => import('#modules/stays/web/HousingPage.tsx')) },
  { path: 'stays/board', lazy: page(() => import('#modules/stays/web/board/BoardPage.tsx')) },
  { path: 'stays/plans', lazy: page(() => import('#modules/stays/web/plans/RoomPlansPage.tsx')) },
  { path: 'stays/plans/:roomPlan', lazy: page(() => import('#modules/stays/web/plans/RoomPlanPage.tsx')) },
  { path: 'stays/door', lazy: page(() => import('#modules/stays/web/door/DoorPage.tsx')) },
  { path: 'stays/guests/:stay', lazy: page(() => import('#modules/stays/web/GuestPage.tsx')) },
  { path: 'placements', lazy: page(() => import('#modules/placements/web/PlacementsPage.tsx')) },
  { path: 'orders', lazy: page(() => import('#modules/orders/web/OrdersPage.tsx')) },
  { path: 'orders/:request', lazy: page(() => import('#modules/orders/web/RequestPage.tsx')) },
  { path: 'price-lists', lazy: page(() => import('#modules/orders/web/PricesPage.tsx')) },
  { path: 'invoice-settings', lazy: page(() => import('#modules/orders/web/InvoiceSettingsPage.tsx')) },
  { path: 'papers', lazy: page(() => import('#modules/papers/web/PapersPage.tsx')) },
  { path: 'papers/rules', lazy: page(() => import('#modules/papers/web/PaperRulesPage.tsx')) },
  { path: 'imports', lazy: page(() => import('#modules/exchange/web/ImportsPage.tsx')) },
  { path: 'imports/:import', lazy: page(() => import('#modules/exchange/web/ImportPage.tsx')) },
  { path: 'checklists', lazy: page(() => import('#modules/tasks/web/ChecklistsPage.tsx')) },
  { path: 'checklists/:checklist', lazy: page(() => import('#modules/tasks/web/ChecklistPage.tsx')) },
  { path: 'members', lazy: page(() => import('#modules/organisations/web/MembersPage.tsx')) },
  { path: 'settings', lazy: page(() => import('#modules/organisations/web/SettingsPage.tsx')) },
  { path: '*', Component: NotFoundPage },
]

/** What `discoverMemberPages` adds to the routes: the pages of members and of whoever runs the instance. */
export const memberRoutes: RouteObject[] = [
  { path: '/set-up', lazy: page(() => import('#modules/accounts/web/SetUpPage.tsx')) },
  { path: '/account', lazy: page(() => import('#modules/accounts/web/AccountPage.tsx')) },
  { path: '/outbox', lazy: page(() => import('#modules/outbox/web/OutboxPage.tsx')) },
  { path: '/parts', lazy: page(() => import('#modules/showcase/web/PartsPage.tsx')) },
  {
    path: '/o/:organisation',
    lazy: page(() => import('#portals/MemberPortal.tsx')),
    children: [{ ErrorBoundary: ErrorPage, children: memberPages }],
  },
]
