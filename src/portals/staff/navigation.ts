import type { PortalPage } from '../portal-items.ts'

/** The sending institution's pages, those of every day first. */
export const staffPages: readonly PortalPage[] = [
  'today',
  'mobilities',
  'flows',
  'board',
  'timeline',
  'map',
  'projects',
  'people',
  'companies',
  'matching',
  'stays',
  'placements',
  'orders',
  'journeys',
  'papers',
  'partners',
  'checklists',
  'imports',
  'members',
  'settings',
]
