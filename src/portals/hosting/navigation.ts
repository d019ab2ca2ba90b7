import type { PortalPage } from '../portal-items.ts'

/** The hosting institution's pages: projects and the files of people are the senders' own. */
export const hostingPages: readonly PortalPage[] = [
  'today',
  'board',
  'timeline',
  'map',
  'mobilities',
  'flows',
  'companies',
  'matching',
  'stays',
  'placements',
  'orders',
  'journeys',
  'partners',
  'checklists',
  'members',
  'settings',
]
