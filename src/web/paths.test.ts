import { expect, it } from 'vitest'
import { paths, safeNext } from './paths.ts'

it('builds every address', () => {
  const built = Object.fromEntries(
    Object.entries(paths).map(([name, build]) => [
      name,
      (build as (...ids: string[]) => string)('a/1', 'b 2'),
    ]),
  )
  expect(built).toMatchInlineSnapshot(`
    {
      "account": "/account",
      "budget": "/o/a%2F1/projects/b%202/budget",
      "checklist": "/o/a%2F1/checklists/b%202",
      "checklists": "/o/a%2F1/checklists",
      "flow": "/o/a%2F1/flows/b%202",
      "flows": "/o/a%2F1/flows",
      "grant": "/o/a%2F1/mobilities/b%202/grant",
      "home": "/",
      "import": "/o/a%2F1/imports/b%202",
      "imports": "/o/a%2F1/imports",
      "invitation": "/invitation/a%2F1",
      "me": "/me",
      "members": "/o/a%2F1/members",
      "mobilities": "/o/a%2F1/mobilities",
      "mobility": "/o/a%2F1/mobilities/b%202",
      "myDetails": "/me/details",
      "myHelp": "/me/help",
      "myMobility": "/me/mobilities/a%2F1",
      "organisation": "/o/a%2F1",
      "outbox": "/outbox",
      "partner": "/o/a%2F1/partners/b%202",
      "partners": "/o/a%2F1/partners",
      "parts": "/parts",
      "paymentRun": "/o/a%2F1/payment-runs/b%202",
      "payments": "/o/a%2F1/projects/b%202/payments",
      "people": "/o/a%2F1/people",
      "person": "/o/a%2F1/people/b%202",
      "project": "/o/a%2F1/projects/b%202",
      "projects": "/o/a%2F1/projects",
      "setUp": "/set-up",
      "settings": "/o/a%2F1/settings",
      "signIn": "/sign-in?next=a%2F1",
      "tutor": "/t/a%2F1",
    }
  `)
})

it('keeps the address that was asked for', () => {
  expect(paths.signIn('/o/1/mobilities?q=rossi&open=2')).toBe(
    '/sign-in?next=%2Fo%2F1%2Fmobilities%3Fq%3Drossi%26open%3D2',
  )
  expect(paths.signIn('/')).toBe('/sign-in')
})

it('never leads to another site', () => {
  expect(safeNext('/o/1')).toBe('/o/1')
  for (const wrong of [
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'o/1',
  ])
    expect(safeNext(wrong)).toBe('/')
})
