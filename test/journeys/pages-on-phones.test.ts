import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

describe.each(['participant', 'guardian', 'company'])('the pages of %s on a phone', (who) => {
  it('have no barrier and fit the screen, light and dark', async () => {
    const walk = await journey.open({ phone: true })
    await walk.signIn(`${who}@softmob.example`)
    const home = new URL(walk.page.url()).pathname
    const pages =
      who === 'company' ? [home, `${home}/placements`] : ['/me', '/me/details', '/me/papers', '/me/help']
    for (const place of [...pages, '/account']) {
      await walk.goto(place)
      await walk.page.waitForLoadState('networkidle')
      await walk.accessible(`${who} ${place}`, { bothSchemes: true })
      const wide = await walk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, `${place} is wider than the phone`).toBeLessThanOrEqual(0)
    }
    await walk.close()
  })
})

describe('pages before signing in', () => {
  it.each(['/sign-in', '/invitation/unknown', '/t/unknown', '/nowhere', '/parts', '/outbox'])(
    '%s has no barrier',
    async (place) => {
      const walk = await journey.open()
      await walk.goto(place)
      await walk.page.waitForLoadState('networkidle')
      await walk.accessible(place, { bothSchemes: true })
      await walk.close()
    },
  )
})
