import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a participant completes and checks the own details, sees what is next, and asks for help', async () => {
  const walk = await journey.open({ phone: true })
  const { page } = walk
  await walk.signIn('participant@softmob.example')
  await page.getByText('Check your details').first().waitFor()
  await page.getByRole('link', { name: 'Check my details' }).click()
  await page.getByRole('button', { name: /My data are right/i }).click()
  await page
    .getByText(/Please fill this in|still missing/i)
    .first()
    .waitFor()
  await walk.accessible('details with something missing')
  await page
    .getByLabel(/^Phone/)
    .first()
    .fill('+39 333 555 0101')
  await page.getByLabel('Whom to call').fill('Marta Moretti')
  await page.getByLabel('Their phone').fill('+39 333 555 0102')
  await page.getByRole('button', { name: /My data are right/i }).click()
  await page
    .getByText(/checked|thank/i)
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Today' }).click()
  await page
    .getByRole('heading', { name: /Hello Giulia|Seville|Sevilla/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Help' }).click()
  await page.getByLabel('What happened?').fill('I lost my boarding pass')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText(/were told just now/).waitFor()
  await walk.close()
})

it('a guardian consents, and the minor’s mobility goes on', async () => {
  const walk = await journey.open({ phone: true })
  const { page } = walk
  await walk.signIn('guardian@softmob.example')
  await page.getByRole('heading', { name: 'May Nicolò Conti go?' }).waitFor()
  await walk.accessible('the question to the guardian')
  await page.getByRole('button', { name: 'Yes, I consent' }).click()
  await page.getByRole('heading', { name: 'May Nicolò Conti go?' }).waitFor({ state: 'detached' })
  await page.locator('summary', { hasText: /^The way$/ }).click()
  // The company had said yes before: with the consent nothing is in the way of the placement.
  await page.getByText('The place abroad is confirmed.').waitFor()
  await walk.close()
})
