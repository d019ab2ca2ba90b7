import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** Pages of a member, below the organisation. */
const memberPages = [
  '',
  '/mobilities',
  '/flows',
  '/week',
  '/week?rows=homes&span=weeks',
  '/timeline',
  '/map',
  '/projects',
  '/people',
  '/companies',
  '/matching',
  '/arrivals',
  '/transfers',
  '/stays',
  '/stays/board?view=month',
  '/stays/plans',
  '/stays/door',
  '/placements',
  '/availability',
  '/company-list',
  '/orders',
  '/orders?tab=due',
  '/price-lists',
  '/invoice-settings',
  '/papers',
  '/papers/rules',
  '/partners',
  '/imports',
  '/checklists',
  '/members',
  '/settings',
]

/** The address of the member's organisation, and one thing of each kind in it. */
async function places(walk: Walk, who: string): Promise<string[]> {
  const organisation = (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0]
    .id as string
  const first = async (list: string): Promise<string[]> => {
    const answer = await walk.context.request.get(`/api/v1/organisations/${organisation}/${list}`)
    const body = answer.ok() ? ((await answer.json()) as { items: { id: string }[] }) : { items: [] }
    return body.items.slice(0, 1).map(({ id }) => `/o/${organisation}/${list.split('?')[0]}/${id}`)
  }
  const things = await Promise.all(
    ['mobilities?status=placed', 'flows', 'projects', 'people', 'companies', 'partners', 'checklists'].map(
      first,
    ),
  )
  const money = things.flat().flatMap((thing) => {
    if (thing.includes('/projects/')) return [`${thing}/budget`, `${thing}/payments`]
    return thing.includes('/mobilities/') ? [`${thing}/grant`] : []
  })
  const runs = await first('payment-runs')
  const requests = (await first('requests')).map((place) => place.replace('/requests/', '/orders/'))
  return [
    ...memberPages.map((page) => `/o/${organisation}${page}`),
    ...things.flat(),
    ...things.flat().flatMap((thing) => (thing.includes('/flows/') ? [`${thing}/journeys`] : [])),
    ...requests,
    ...(who === 'hosting' ? [] : [...money, ...runs]),
    '/account',
  ]
}

describe.each([
  { who: 'sending', dark: false },
  { who: 'sending', dark: true },
  { who: 'hosting', dark: false },
  { who: 'finance', dark: false },
])('the pages of $who, dark: $dark', ({ who, dark }) => {
  it('have a heading, no error and no barrier', async () => {
    const walk = await journey.open({ dark })
    await walk.signIn(`${who}@softmob.example`)
    for (const place of await places(walk, who)) {
      await walk.goto(place)
      await walk.page.waitForLoadState('networkidle')
      await walk.accessible(`${who} ${place}`)
    }
    await walk.close()
  })
})

describe.each(['participant', 'guardian', 'company'])('the pages of %s on a phone', (who) => {
  it.each([false, true])('have no barrier and fit the screen (dark: %s)', async (dark) => {
    const walk = await journey.open({ phone: true, dark })
    await walk.signIn(`${who}@softmob.example`)
    const home = new URL(walk.page.url()).pathname
    const pages =
      who === 'company' ? [home, `${home}/placements`] : ['/me', '/me/details', '/me/papers', '/me/help']
    for (const place of [...pages, '/account']) {
      await walk.goto(place)
      await walk.page.waitForLoadState('networkidle')
      await walk.accessible(`${who} ${place}`)
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
      await walk.accessible(place)
      await walk.close()
    },
  )
})
