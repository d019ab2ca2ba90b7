import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a participant opens the departure pack, loses the connection, and still has it', async () => {
  const walk = await journey.open({ phone: true, keeps: true })
  const { page, context } = walk
  await walk.signIn('participant@softmob.example')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.getByRole('link', { name: 'Open the departure pack' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Departure pack' }).waitFor()
  await page.getByText(/Kept on this phone/).waitFor()
  await page.getByRole('link', { name: '112', exact: true }).waitFor()
  await walk.accessible('a departure pack')

  await context.setOffline(true)
  await page.reload()
  await page.getByText(/No connection: this is what the phone kept/).waitFor()
  await page.getByRole('heading', { name: 'Where you live' }).waitFor()
  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('heading', { name: 'On this phone' }).waitFor()
  await walk.accessible('the start page without a connection')
  await context.setOffline(false)

  // Whoever signs out leaves nothing on the phone.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.waitForFunction(async () => !(await caches.has('softmob-kept')))
  await walk.close()
})

it('a coordinator looks at a pack and gives packs to many', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const home = `/o/${organisations.items[0].id}`
  const { items } = await (
    await walk.context.request.get(
      `/api/v1/organisations/${organisations.items[0].id}/mobilities?status=placed`,
    )
  ).json()
  await walk.goto(`${home}/mobilities/${items[0].id}`)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await page.getByRole('heading', { level: 1, name: 'Departure pack' }).waitFor()
  await page.getByRole('heading', { name: 'Where you work' }).waitFor()
  await walk.accessible('a pack as staff see it')
  await walk.close()
})
