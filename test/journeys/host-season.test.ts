import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** Counts what a person does: each press. */
function presses() {
  const count = { made: 0 }
  const press = async (what: Locator): Promise<void> => {
    count.made += 1
    await what.click()
  }
  return { count, press }
}

const organisationOf = async (walk: Walk): Promise<string> =>
  (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0].id as string

it('a host takes two senders’ flows from request to placements that are asked for, rooms and arrivals in under 30 presses', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await organisationOf(walk)
  const { count, press } = presses()
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first()
  const dialog = page.getByRole('dialog')

  for (const flow of ['Seville, spring B', 'Séville printemps']) {
    await press(nav('Orders'))
    await press(page.getByRole('link', { name: flow }).first())
    await press(page.getByRole('button', { name: 'Quote from the price list' }))
    await press(page.getByRole('button', { name: 'Send the quotation' }))
    await page.getByText('waits for an answer').waitFor()
  }

  await press(nav('Matching'))
  await press(page.getByRole('button', { name: 'New plan' }).first())
  await press(dialog.getByRole('combobox', { name: 'Flows' }))
  await press(page.getByRole('option', { name: /spring B/ }))
  await press(page.getByRole('option', { name: /printemps/ }))
  await page.keyboard.press('Tab')
  await press(dialog.getByRole('button', { name: 'Find places' }))
  await page.getByText('proven: no better plan exists').waitFor()
  await press(page.getByRole('button', { name: 'Apply the plan' }))
  await press(dialog.getByRole('button', { name: /^Propose/ }))
  await dialog.getByText(/proposed, 0 unchanged/).waitFor()
  await press(dialog.getByRole('button', { name: 'Close', exact: true }).last())

  const plan = page.url()
  await press(page.getByRole('link', { name: 'Find rooms for them' }))
  await press(dialog.getByRole('button', { name: 'Find rooms' }))
  await page
    .getByText(/everybody has a bed|nobody more can have a bed/)
    .first()
    .waitFor()
  await press(page.getByRole('button', { name: 'Give these beds' }))
  await press(dialog.getByRole('button', { name: /^Give \d+ beds/ }))
  await dialog.getByText(/beds given, 0 refused/).waitFor()
  await press(dialog.getByRole('button', { name: 'Close', exact: true }).last())

  await page.goto(plan)
  await press(page.getByRole('link', { name: 'Ask the companies' }))
  await page.waitForLoadState('networkidle')
  await press(page.getByRole('checkbox', { name: 'Choose all on this page' }))
  await press(page.getByRole('button', { name: 'Send to companies' }))
  await press(dialog.getByRole('button', { name: /^Send \d/ }))
  await dialog.getByText(/\d+ sent\./).waitFor()
  await press(dialog.getByRole('button', { name: 'Close', exact: true }).last())
  await press(nav('Arrivals'))
  await page.getByRole('heading', { level: 1, name: 'Arrivals' }).waitFor()
  expect(count.made).toBeLessThan(30)

  // The school sees what was done for its people.
  const { items } = await (
    await walk.context.request.get(`/api/v1/organisations/${organisation}/placements?group=company&limit=100`)
  ).json()
  const own = items.find(({ school }: { school: { name: string } }) => school.name.includes('Aurora'))
  await walk.close()
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  await school.goto(`/o/${await organisationOf(school)}/mobilities/${own.mobility.id}`)
  await school.page.getByRole('region', { name: 'Placement' }).getByText(own.company.name).first().waitFor()
  await school.page.getByRole('heading', { name: 'Where they live' }).waitFor()
  await school.close()
})
