import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** The address of the organisation and of its latest project, in the API and on screen. */
async function latestProject({
  context,
}: Walk): Promise<{ home: string; organisation: string; project: string }> {
  const organisations = await (await context.request.get('/api/v1/organisations')).json()
  const organisation = organisations.items[0].id as string
  const projects = await (await context.request.get(`/api/v1/organisations/${organisation}/projects`)).json()
  return { home: `/o/${organisation}`, organisation, project: projects.items[0].id as string }
}

it('a coordinator says what a grant is computed from, and sees why two differ', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const { home, organisation } = await latestProject(walk)
  const list = await walk.context.request.get(
    `/api/v1/organisations/${organisation}/mobilities?status=placed&limit=2`,
  )
  const [one, other] = (await list.json()).items
  await walk.goto(`${home}/mobilities/${one.id}`)
  const grant = page.getByRole('region', { name: 'Grant', exact: true })
  await grant.getByRole('rowheader', { name: /^Individual support/ }).waitFor()
  await grant.getByRole('button', { name: 'Change', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Fewer opportunities').check()
  await dialog.getByRole('status').waitFor()
  await walk.accessible('changing a grant')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await grant.getByRole('rowheader', { name: /^Inclusion support for the organisation/ }).waitFor()

  await grant.getByRole('button', { name: 'Compare two' }).click()
  await page.getByRole('combobox', { name: 'Compare with' }).fill(other.participant.name)
  await page
    .getByRole('option', { name: new RegExp(other.participant.name) })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('status').waitFor()
  await walk.accessible('comparing two grants')
  await page.keyboard.press('Escape')

  await grant.getByRole('link', { name: 'Explanation to print' }).click()
  await page.getByRole('combobox', { name: 'Language of the explanation' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await page.getByRole('heading', { name: 'Deine Erasmus+-Förderung, erklärt' }).waitFor()
  await walk.accessible('the explanation in German')
  await walk.close()
})

it('a finance officer tries a group, keeps it as a scenario, enters a rate and sees what it changes', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('finance@softmob.example')
  const { home, project } = await latestProject(walk)
  await walk.goto(`${home}/projects/${project}/budget`)
  await page.getByRole('button', { name: 'Add a group' }).click()
  await page.getByRole('combobox', { name: 'To country' }).fill('Malta')
  await page.getByRole('option', { name: 'Malta' }).click()
  await page.getByRole('combobox', { name: 'Town' }).fill('Valletta')
  await page.getByText(/per participant/).waitFor()
  await walk.accessible('the simulator')
  await page.getByLabel('Name of the scenario').fill('Malta, twelve more')
  await page.getByRole('button', { name: 'Keep as scenario' }).click()
  await page.getByRole('heading', { name: 'Malta, twelve more' }).waitFor()
  await page.getByRole('button', { name: 'Add a target' }).click()
  await page.getByRole('dialog').waitFor()
  await walk.accessible('a target')
  await page.keyboard.press('Escape')

  await walk.goto(`${home}/projects/${project}`)
  await page.getByRole('button', { name: 'Enter rates' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('daily rate, Learners, country group 2').fill('500')
  await dialog.getByRole('button', { name: 'See what changes' }).click()
  await dialog.getByText(/above the programme’s maximum/).waitFor()
  await dialog.getByLabel('daily rate, Learners, country group 2').fill('64')
  await walk.accessible('entering rates')
  await dialog.getByRole('button', { name: 'See what changes' }).click()
  await dialog.getByText(/mobilities, .* change/).waitFor()
  await walk.accessible('what new rates change')
  await dialog.getByRole('button', { name: 'Adopt' }).click()
  await page.getByText('2026-IT, version 3').waitFor()
  await page.getByRole('button', { name: 'Another pack' }).click()
  await page.getByRole('dialog').waitFor()
  await walk.accessible('another pack')
  await page.keyboard.press('Escape')
  await walk.close()
})

it('a finance officer takes what is ready from plan to paid', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('finance@softmob.example')
  const { home, project } = await latestProject(walk)
  await walk.goto(`${home}/projects/${project}/payments`)
  await page.getByRole('button', { name: 'Prepare a payment run' }).click()
  await walk.accessible('preparing a run')
  await page.getByRole('dialog').getByRole('button', { name: 'Prepare a payment run' }).click()
  await page.getByRole('heading', { level: 1, name: /Payment run \d+/ }).waitFor()
  await walk.accessible('a payment run')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'File for the bank (SEPA)' }).click(),
  ])
  const xml = readFileSync(await download.path(), 'utf8')
  const transfers = xml.match(/<CdtTrfTxInf>/g)?.length ?? 0
  expect(transfers).toBeGreaterThan(0)
  expect(xml).toContain(`<NbOfTxs>${transfers}</NbOfTxs>`)
  await page.getByRole('button', { name: 'All paid' }).click()
  await page
    .getByText(/· paid$/)
    .first()
    .waitFor()
  await walk.close()
})

it('a participant sees the own grant, gives an account and enters a receipt on the phone', async () => {
  const walk = await journey.open({ phone: true })
  const { page } = walk
  await walk.signIn('participant@softmob.example')
  await page.getByText('How it comes about').first().click()
  await page
    .getByRole('button', { name: /the account/ })
    .first()
    .click()
  const account = page.getByRole('dialog')
  await account.getByLabel('Account holder').fill('Giulia Moretti')
  await account.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 01')
  await account.getByRole('button', { name: 'Save' }).click()
  await account.getByText(/check digits/).waitFor()
  await walk.accessible('a wrong IBAN')
  await account.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00')
  await account.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/DE·· ···· 3000/).waitFor()

  await page.getByRole('button', { name: 'Enter an expense' }).click()
  const expense = page.getByRole('dialog')
  await expense.getByLabel('Amount').fill('12.5')
  await expense.getByLabel('What for').fill('Tram to work')
  await walk.accessible('entering an expense')
  await expense.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/Tram to work/).waitFor()
  await walk.accessible('the phone page with grant and receipts')
  await walk.close()
})
