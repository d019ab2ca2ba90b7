import { expect, it } from 'vitest'
import { permissionsOf } from '#modules/organisations/permissions.rules.ts'
import { companyPages } from './company/navigation.ts'
import { hostingPages } from './hosting/navigation.ts'
import { portalItems, type PortalPage } from './portal-items.ts'
import { staffPages } from './staff/navigation.ts'

const shown = (pages: readonly PortalPage[], role: string): string[] =>
  portalItems(pages, 'aurora', [...permissionsOf([role])], (page) => page).map(({ label }) => label)

it('shows an administrator every page of the portal', () => {
  for (const pages of [staffPages, hostingPages, companyPages])
    expect(shown(pages, 'administrator')).toEqual(pages)
})

it('leaves out what a role does not open', () => {
  expect(shown(staffPages, 'viewer')).not.toContain('imports')
  expect(shown(companyPages, 'tutor')).toEqual([
    'today',
    'placements',
    'mobilities',
    'partners',
    'members',
    'settings',
  ])
})

it('counts Today as the page only at its exact address', () => {
  const [today, mobilities] = portalItems(
    staffPages,
    'aurora',
    [...permissionsOf(['viewer'])],
    (page) => page,
  )
  expect(today).toMatchObject({ to: '/o/aurora', exact: true })
  expect(mobilities).toMatchObject({ to: '/o/aurora/mobilities', exact: false })
})
