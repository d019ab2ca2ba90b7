import { expect } from 'vitest'
import type { Journey, Walk } from './journey.ts'

export type PartOfPages = 'lists' | 'things' | 'money' | 'kept from finance'

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

/** Lists from which care and papers are kept away for a finance officer. */
const hidingPages = ['', '/mobilities', '/week', '/people', '/orders', '/orders?tab=due', '/papers']

/** The address of the member's organisation, and one thing of each kind in it. */
async function places(walk: Walk, part: PartOfPages): Promise<string[]> {
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
  const all: Record<PartOfPages, string[]> = {
    lists: memberPages.map((page) => `/o/${organisation}${page}`),
    things: [
      ...things.flat(),
      ...things.flat().flatMap((thing) => (thing.includes('/flows/') ? [`${thing}/journeys`] : [])),
      ...requests,
      '/account',
    ],
    money: [...money, ...runs],
    'kept from finance': hidingPages.map((page) => `/o/${organisation}${page}`),
  }
  return all[part]
}

/** Walks through a part of what somebody of the staff can open: a heading on each page, no error, no barrier. */
export async function walkThroughPages(
  journey: Journey,
  who: string,
  part: PartOfPages,
  { bothSchemes = false }: { bothSchemes?: boolean } = {},
): Promise<void> {
  const walk = await journey.open()
  await walk.signIn(`${who}@softmob.example`)
  const pages = await places(walk, part)
  expect(pages, part).not.toEqual([])
  for (const place of pages) {
    await walk.goto(place)
    await walk.page.waitForLoadState('networkidle')
    await walk.accessible(`${who} ${place}`, { bothSchemes })
  }
  await walk.close()
}
