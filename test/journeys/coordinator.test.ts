import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a coordinator finds, reads and changes mobilities without leaving the grid, many at once, and takes it back', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  await page.getByRole('heading', { name: 'What needs you now' }).waitFor()
  await page.getByRole('link', { name: 'Mobilities', exact: true }).click()
  await page.getByRole('region', { name: 'Mobilities' }).waitFor()

  // By name, accents ignored.
  await page.getByRole('searchbox', { name: 'Search' }).fill('nicolo conti')
  await page.getByText('1 mobility', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Nicolò Conti' }).waitFor()
  await page.getByRole('button', { name: 'Clear all filters' }).click()

  // A filter with its counts, kept as a view.
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: /^Placed/ }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^View:/ }).click()
  await page.getByRole('menuitem', { name: 'Save this view' }).click()
  await page.getByLabel('Name of the view').fill('Placed ones')
  await walk.accessible('saving a view')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'View: Placed ones' }).waitFor()

  // By keyboard: walk, open beside the list, go back.
  await page.getByRole('region', { name: 'Mobilities' }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('button', { name: 'Change status' }).waitFor()
  await walk.accessible('a mobility beside the list')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Change status' }).waitFor({ state: 'detached' })

  // All that match, in one go, and undone.
  await page.getByRole('checkbox', { name: 'Choose all rows shown' }).check()
  const all = page.getByRole('button', { name: /^Choose all \d+ that match/ })
  if (await all.isVisible()) await all.click()
  await page.getByRole('button', { name: 'Set dates' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Departure').fill('2030-05-06')
  await dialog.getByRole('textbox', { name: 'Return' }).fill('2030-06-01')
  await dialog.getByText(/will change/).waitFor()
  await walk.accessible('what an action on many would do')
  await dialog.getByRole('button', { name: 'Set the dates' }).click()
  await dialog.getByText(/mobilities changed/).waitFor()
  await page.getByText('2030').first().waitFor()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await dialog.getByText(/as they were/).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('2030').first().waitFor({ state: 'detached' })
  await walk.close()
})

it('a coordinator sees what blocks a mobility, adds a task, and moves the status on with a reason', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  await page.goto(`${new URL(page.url()).pathname}/mobilities?q=giulia+moretti`)
  await page.getByRole('link', { name: 'Giulia Moretti' }).click()
  await page.getByRole('heading', { name: 'What is in the way' }).waitFor()
  await page.getByText('Check your details').first().waitFor()

  await page.getByRole('button', { name: 'Add a task' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What has to be done').fill('Bring the vaccination card')
  await dialog.getByLabel('Due on').fill('2027-01-05')
  await walk.accessible('adding a task')
  await dialog
    .getByRole('button', { name: 'Add a task' })
    .or(dialog.getByRole('button', { name: 'Save' }))
    .last()
    .click()
  await page.getByText('Bring the vaccination card').locator('visible=true').first().waitFor()

  await page.getByRole('button', { name: 'Change status' }).click()
  await page.getByRole('menuitem', { name: 'Cancel the mobility' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByRole('button', { name: 'Cancel the mobility' }).click()
  await asked.getByText('Please say why.').waitFor()
  await walk.accessible('a reason that is missing')
  await asked.getByLabel('Reason').fill('The company closed')
  await asked.getByRole('button', { name: 'Cancel the mobility' }).click()
  await page.getByText('Cancelled', { exact: true }).first().waitFor()
  await page.getByText('“The company closed”').first().waitFor()
  await walk.close()
})
