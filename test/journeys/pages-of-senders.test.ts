import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'
import { walkThroughPages } from '../support/pages.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

// In the dark each kind of page is judged once, where it holds most: lists at the host, the rest here.
it.each([
  ['lists', false],
  ['things', true],
  ['money', true],
] as const)('a sending school’s %s have no error and no barrier (dark too: %s)', (part, bothSchemes) =>
  walkThroughPages(journey, 'sending', part, { bothSchemes }),
)
