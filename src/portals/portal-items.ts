import type { NavigationItem } from '#web/layout/navigation.ts'
import { paths } from '#web/paths.ts'
import { pageIcons } from './page-icons.ts'

/** A page that a portal can have in its navigation. */
export type PortalPage =
  | 'today'
  | 'board'
  | 'timeline'
  | 'map'
  | 'mobilities'
  | 'flows'
  | 'projects'
  | 'people'
  | 'companies'
  | 'matching'
  | 'stays'
  | 'placements'
  | 'orders'
  | 'journeys'
  | 'papers'
  | 'partners'
  | 'checklists'
  | 'imports'
  | 'members'
  | 'settings'

/** What one has to be allowed to see a page at all. */
const needed: Record<PortalPage, string> = {
  today: 'mobilities.read',
  board: 'mobilities.read',
  timeline: 'projects.read',
  map: 'mobilities.read',
  mobilities: 'mobilities.read',
  flows: 'projects.read',
  projects: 'projects.read',
  people: 'people.read',
  companies: 'organisation.read',
  matching: 'mobilities.edit',
  stays: 'mobilities.read',
  placements: 'mobilities.read',
  orders: 'money.read',
  journeys: 'mobilities.read',
  papers: 'papers.read',
  partners: 'organisation.read',
  checklists: 'mobilities.read',
  imports: 'imports.use',
  members: 'organisation.read',
  settings: 'organisation.read',
}

/** The pages of a portal as its navigation, without those that the person's roles do not open. */
export function portalItems(
  pages: readonly PortalPage[],
  organisation: string,
  permissions: readonly string[],
  label: (page: PortalPage) => string,
): NavigationItem[] {
  return pages
    .filter((page) => permissions.includes(needed[page]))
    .map((page) => ({
      to: addressOf(page, organisation),
      label: label(page),
      icon: pageIcons[page],
      exact: page === 'today',
    }))
}

function addressOf(page: PortalPage, organisation: string): string {
  if (page === 'today') return paths.organisation(organisation)
  if (page === 'journeys') return paths.arrivals(organisation)
  return page === 'matching' ? paths.matchPlans(organisation) : paths[page](organisation)
}
