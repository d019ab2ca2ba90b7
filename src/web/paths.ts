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
  myMobility: (mobility: string) => `/me/mobilities/${part(mobility)}`,

  organisation: (organisation: string) => `/o/${part(organisation)}`,
  mobilities: (organisation: string) => within(organisation, 'mobilities'),
  mobility: (organisation: string, mobility: string) => within(organisation, 'mobilities', mobility),
  grant: (organisation: string, mobility: string) => within(organisation, 'mobilities', mobility, 'grant'),
  board: (organisation: string) => within(organisation, 'week'),
  timeline: (organisation: string) => within(organisation, 'timeline'),
  map: (organisation: string) => within(organisation, 'map'),
  flows: (organisation: string) => within(organisation, 'flows'),
  flow: (organisation: string, flow: string) => within(organisation, 'flows', flow),
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
  matchPlans: (organisation: string) => within(organisation, 'matching'),
  matchPlan: (organisation: string, plan: string) => within(organisation, 'matching', plan),
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
