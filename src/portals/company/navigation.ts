import type { PortalPage } from '../portal-items.ts'

/** A company's pages: its trainees, its people, itself. */
export const companyPages: readonly PortalPage[] = [
  'today',
  'placements',
  'mobilities',
  'partners',
  'members',
  'settings',
]
