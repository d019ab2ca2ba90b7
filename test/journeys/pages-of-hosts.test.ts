import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'
import { walkThroughPages } from '../support/pages.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it.each([
  ['lists', true],
  ['things', false],
] as const)('a host’s %s have no error and no barrier (dark too: %s)', (part, bothSchemes) =>
  walkThroughPages(journey, 'hosting', part, { bothSchemes }),
)

it.each(['money', 'kept from finance'] as const)(
  'a finance officer’s pages (%s) have no error and no barrier',
  (part) => walkThroughPages(journey, 'finance', part),
)
