/** Every address of the web client, built in one place. A member's pages name their organisation first. */
export const paths = {
  home: () => '/',
  signIn: (next?: string) =>
    next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in',
  setUp: () => '/set-up',
  invitation: (token: string) => `/invitation/${part(token)}`,
  tutor: (secret: string) => `/t/${part(secret)}`,
  account: () => '/account',
  outbox: () => '/outbox',
  parts: () => '/parts',

  me: () => '/me',
  myDetails: () => '/me/details',
  myHelp: () => '/me/help',
  myPapers: () => '/me/papers',
  myMobility: (mobility: string) => `/me/mobilities/${part(mobility)}`,

  myPack: (mobility: string) => `/me/mobilities/${part(mobility)}/pack`,

  organisation: (organisation: string) => `/o/${part(organisation)}`,
  mobilities: (organisation: string) => within(organisation, 'mobilities'),
  mobility: (organisation: string, mobility: string) => within(organisation, 'mobilities', mobility),
  grant: (organisation: string, mobility: string) => within(organisation, 'mobilities', mobility, 'grant'),
  departurePack: (organisation: string, mobility: string) =>
    within(organisation, 'mobilities', mobility, 'pack'),
  board: (organisation: string) => within(organisation, 'week'),
  timeline: (organisation: string) => within(organisation, 'timeline'),
  map: (organisation: string) => within(organisation, 'map'),
  flows: (organisation: string) => within(organisation, 'flows'),
  flow: (organisation: string, flow: string) => within(organisation, 'flows', flow),
  flowJourneys: (organisation: string, flow: string) => within(organisation, 'flows', flow, 'journeys'),
  arrivals: (organisation: string) => within(organisation, 'arrivals'),
  transfers: (organisation: string) => within(organisation, 'transfers'),
  projects: (organisation: string) => within(organisation, 'projects'),
  project: (organisation: string, project: string) => within(organisation, 'projects', project),
  budget: (organisation: string, project: string) => within(organisation, 'projects', project, 'budget'),
  payments: (organisation: string, project: string) => within(organisation, 'projects', project, 'payments'),
  paymentRun: (organisation: string, run: string) => within(organisation, 'payment-runs', run),
  people: (organisation: string) => within(organisation, 'people'),
  person: (organisation: string, person: string) => within(organisation, 'people', person),
  partners: (organisation: string) => within(organisation, 'partners'),
  partner: (organisation: string, partner: string) => within(organisation, 'partners', partner),
  companies: (organisation: string) => within(organisation, 'companies'),
  company: (organisation: string, company: string) => within(organisation, 'companies', company),
  companyList: (organisation: string) => within(organisation, 'company-list'),
  availability: (organisation: string) => within(organisation, 'availability'),
  availabilityAsk: (organisation: string, ask: string) => within(organisation, 'availability', ask),
  matchPlans: (organisation: string) => within(organisation, 'matching'),
  matchPlan: (organisation: string, plan: string) => within(organisation, 'matching', plan),
  stays: (organisation: string) => within(organisation, 'stays'),
  housing: (organisation: string, housing: string) => within(organisation, 'stays', 'housings', housing),
  bedBoard: (organisation: string) => within(organisation, 'stays', 'board'),
  roomPlans: (organisation: string) => within(organisation, 'stays', 'plans'),
  roomPlan: (organisation: string, plan: string) => within(organisation, 'stays', 'plans', plan),
  door: (organisation: string) => within(organisation, 'stays', 'door'),
  guestSheet: (organisation: string, stay: string) => within(organisation, 'stays', 'guests', stay),
  placements: (organisation: string) => within(organisation, 'placements'),
  orders: (organisation: string) => within(organisation, 'orders'),
  order: (organisation: string, request: string) => within(organisation, 'orders', request),
  priceLists: (organisation: string) => within(organisation, 'price-lists'),
  invoiceSettings: (organisation: string) => within(organisation, 'invoice-settings'),
  papers: (organisation: string) => within(organisation, 'papers'),
  paperRules: (organisation: string) => within(organisation, 'papers', 'rules'),
  imports: (organisation: string) => within(organisation, 'imports'),
  import: (organisation: string, id: string) => within(organisation, 'imports', id),
  checklists: (organisation: string) => within(organisation, 'checklists'),
  checklist: (organisation: string, checklist: string) => within(organisation, 'checklists', checklist),
  members: (organisation: string) => within(organisation, 'members'),
  settings: (organisation: string) => within(organisation, 'settings'),
}

/** Where to go after signing in: only an address of our own, never another site's. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : paths.home()
}

const part = encodeURIComponent
const within = (organisation: string, ...parts: string[]): string =>
  `/o/${[organisation, ...parts].map(part).join('/')}`
