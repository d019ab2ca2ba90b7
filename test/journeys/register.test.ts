import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a host finds companies, asks them for places and makes a position of an answer', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const home = `/o/${organisations.items[0].id}`
  const dialog = page.getByRole('dialog')

  await walk.goto(`${home}/companies`)
  await page.getByRole('checkbox', { name: 'checks missing' }).check()
  await page.getByText(/^\d+ compan/).waitFor()
  await page.getByRole('checkbox', { name: 'checks missing' }).uncheck()
  await page.getByRole('button', { name: 'Our checks' }).click()
  await dialog.getByText('Emergency plan').waitFor()
  await walk.accessible('the list of checks')
  await page.keyboard.press('Escape')

  await page.getByRole('checkbox', { name: 'Select Hotel Patio de las Naranjas' }).check()
  await walk.accessible('a selected company')
  await page.getByRole('button', { name: 'Ask for places' }).click()
  await dialog.getByLabel('Name of the question').fill('Autumn')
  await dialog.getByLabel('Work from').fill('2030-09-01')
  await dialog.getByLabel('Work until').fill('2030-11-30')
  await walk.accessible('asking for places')
  await dialog.getByRole('button', { name: 'Send the question' }).click()
  await page.getByRole('heading', { name: 'Autumn' }).waitFor()
  await walk.accessible('a question')
  await page.getByRole('button', { name: /^Write down the answer of Hotel/ }).click()
  await dialog.getByLabel('How many places?').fill('2')
  await dialog.getByLabel('What is the work?').fill('Reception')
  await walk.accessible('writing an answer down')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Make 1 position' }).click()
  await page.getByRole('cell', { name: 'made', exact: true }).waitFor()
  await walk.close()
})

it('a host writes a new company down and goes on to its position and its checks', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const dialog = page.getByRole('dialog')
  await walk.goto(`/o/${organisations.items[0].id}/companies`)
  await page.getByRole('button', { name: 'Add a company' }).click()
  await dialog.getByLabel('Company').fill('Taller Nuevo')
  await page.keyboard.press('Escape')
  await page.getByText('Close without saving?').waitFor()
  await walk.accessible('closing without saving')
  await page.keyboard.press('Escape')
  await page.getByText('Close without saving?').waitFor({ state: 'detached' })
  await dialog.getByLabel('Employees').fill('-3')
  await dialog.getByLabel('Name', { exact: true }).fill('Ana Ruiz')
  await dialog.getByRole('button', { name: 'Add a company' }).click()
  await dialog.getByText('At least 0.').waitFor()
  await dialog.getByLabel('Employees').fill('6')
  await walk.accessible('a new company')
  await dialog.getByRole('button', { name: 'Add a company' }).click()
  await page.getByRole('heading', { name: 'Taller Nuevo' }).waitFor()
  await page.getByRole('region', { name: 'Tutors' }).getByText('Ana Ruiz').waitFor()

  await page.getByRole('button', { name: 'Add a position' }).click()
  await dialog.getByLabel('Title').fill('Mechanic')
  await dialog.getByLabel('From', { exact: true }).fill('2030-03-01')
  await dialog.getByLabel('To', { exact: true }).fill('2030-04-30')
  await dialog.getByLabel('Places at the same time').fill('4')
  await dialog.getByRole('button', { name: 'Add a language' }).click()
  await walk.accessible('a new position')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/Free places: 4 of 4, 1 Mar/).waitFor()
  await page.getByRole('button', { name: 'Write checks down' }).click()
  await dialog.getByText('Agreement with the company').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Safety at work').waitFor()
  await page.keyboard.press('Escape')
  await walk.accessible('a new company’s page')
  await walk.close()
})

it('a host brings a list in, mends a mistake and merges a duplicate', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const home = `/o/${organisations.items[0].id}`
  await walk.goto(`${home}/company-list`)
  await page
    .getByRole('textbox')
    .first()
    .fill(
      'Company\tTown\tCountry\tEmployees\nZapatería Gil S.L.\tSevilla\tES\tmany\nZapatería Gil\tSevilla\tES\t4\n',
    )
  await page.locator('form button[type=submit]').click()
  await page.getByText('1 rows ready, 1 to mend.').waitFor()
  await walk.accessible('a list with a mistake')
  await page.getByRole('textbox', { name: 'Employees, row 2' }).fill('30')
  await page.getByRole('textbox', { name: 'Employees, row 2' }).press('Enter')
  await page.getByText('2 rows ready, 0 to mend.').waitFor()
  await page.getByRole('button', { name: 'Bring in 2 rows' }).click()
  await page.getByText(/Companies: 2 new, 0 known/).waitFor()

  await walk.goto(`${home}/companies?q=zapater`)
  await page.getByRole('checkbox', { name: 'Select Zapatería Gil', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Select Zapatería Gil S.L.' }).check()
  await page.getByRole('button', { name: 'Merge' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText(/leaves the register/)
    .first()
    .waitFor()
  await walk.accessible('a merge')
  await dialog.getByRole('button', { name: 'Merge for good' }).click()
  await dialog.waitFor({ state: 'detached' })
  const found = await walk.context.request.get(
    `/api/v1/organisations/${organisations.items[0].id}/companies?q=zapater`,
  )
  expect((await found.json()).items).toHaveLength(1)
  await walk.close()
})
