import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a host places two senders’ flows, loses a company, repairs the plan, and the school sees the change', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const organisation = organisations.items[0].id as string
  const latest = async () => {
    const base = `/api/v1/organisations/${organisation}/match-plans`
    const { items } = await (await walk.context.request.get(base)).json()
    return (await walk.context.request.get(`${base}/${items[0].id}`)).json()
  }

  await walk.goto(`/o/${organisation}/matching`)
  await page.getByRole('link', { name: 'Spring, first look' }).waitFor()
  await page.getByRole('button', { name: 'New plan' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Spring in Seville')
  await dialog.getByRole('combobox', { name: 'Flows' }).click()
  await page.getByRole('option', { name: /spring B/ }).click()
  await page.getByRole('option', { name: /printemps/ }).click()
  await page.keyboard.press('Tab')
  await walk.accessible('a new plan')
  await dialog.getByRole('button', { name: 'Find places' }).click()
  await page.waitForURL(/matching\/./)
  await page.getByText('proven: no better plan exists').waitFor()
  const first = await latest()
  expect(first.people).toBeGreaterThan(90)
  expect(first.placed).toBeGreaterThan(70)
  await walk.accessible('a plan')

  // What a change costs is told before it is made; a lock holds through the next solving.
  const pair = first.pairs[0]
  await page
    .getByRole('button', { name: `Keep ${pair.participant} here` })
    .first()
    .click()
  await page
    .getByRole('button', { name: `Let ${pair.participant} go` })
    .first()
    .waitFor()
  await page
    .getByRole('button', { name: `Move ${pair.participant}` })
    .first()
    .click()
  await dialog.getByRole('combobox', { name: 'Where to' }).click()
  await page.getByRole('option').first().click()
  await dialog
    .getByRole('status')
    .getByText(/points for the whole plan|not possible/)
    .waitFor()
  await walk.accessible('what a move costs')
  await page.keyboard.press('Escape')

  // Keys turn a weight step by step; the plan follows once, with the last value.
  const slider = page.getByRole('slider', { name: 'skills' })
  const weight = Number(await slider.getAttribute('aria-valuenow'))
  await slider.focus()
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await latest()).weights.skills, { timeout: 30_000 }).toBe(weight + 20)
  await page.getByText('proven: no better plan exists').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)

  await page.getByRole('button', { name: 'Apply the plan' }).click()
  await walk.accessible('applying a plan')
  await dialog.getByRole('button', { name: /^Propose/ }).click()
  await dialog.getByText(/proposed, 0 unchanged/).waitFor()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()

  // The first company drops out: a plan that moves as few as possible.
  await page.getByRole('button', { name: 'Leave out' }).first().click()
  await walk.accessible('a company drops out')
  await dialog.getByRole('button', { name: 'Make the repair plan' }).click()
  await page.getByRole('heading', { name: 'Repair of Spring in Seville' }).waitFor()
  await page.getByText('proven: no better plan exists').waitFor()
  const repair = await latest()
  expect(repair.moved).toBeGreaterThan(0)
  expect(repair.moved).toBeLessThan(15)
  await page.getByRole('button', { name: 'Apply the plan' }).click()
  await dialog.getByText(/^\d+ (people change|person changes) company/).waitFor()
  await walk.accessible('what a repair changes')
  await dialog.getByRole('button', { name: /^Propose/ }).click()
  await dialog.getByText(/proposed, \d+ unchanged/).waitFor()
  await walk.close()

  const moved = repair.pairs.find(
    (one: { moved: boolean; school: string }) => one.moved && one.school.includes('Aurora'),
  )
  const position = repair.positions.find((one: { id: string }) => one.id === moved?.positionId)
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  const own = (await (await school.context.request.get('/api/v1/organisations')).json()).items[0].id as string
  const seen = repair.pairs.find((one: { school: string }) => one.school.includes('Aurora'))
  await school.goto(`/o/${own}/mobilities/${(moved ?? seen).mobilityId}`)
  const company = position ?? repair.positions.find((one: { id: string }) => one.id === seen.positionId)
  await school.page.getByText(company.company).first().waitFor()
  await school.close()
})

it('a host writes a company’s check and position down', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const home = `/o/${organisations.items[0].id}`
  await walk.goto(`${home}/companies`)
  await page.getByLabel('Search by name or town').fill('naranjas')
  await page.getByRole('link', { name: 'Hotel Patio de las Naranjas' }).click()
  await page.getByRole('button', { name: 'Write down: Working hours and breaks' }).click()
  const dialog = page.getByRole('dialog')
  await walk.accessible('a check')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /Working hours and breaks/ })
    .getByText('in order')
    .waitFor()

  await page.getByRole('button', { name: 'Add a position' }).click()
  await dialog.getByLabel('Title').fill('Night reception')
  await dialog.getByRole('button', { name: 'Add a language' }).click()
  await dialog.getByLabel('Language', { exact: true }).selectOption('en')
  await dialog.getByLabel('Level', { exact: true }).selectOption('B1')
  await dialog.getByLabel(/^Places/).fill('-3')
  await walk.accessible('a position')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('At least 1').waitFor()
  await dialog.getByLabel(/^Places/).fill('3')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /Night reception/ })
    .getByText('English B1')
    .waitFor()

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await dialog.getByLabel('Canteen').first().waitFor()
  await walk.accessible('what is known of a company')
  await page.keyboard.press('Escape')
  await walk.close()
})
