import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a participant adds an identity card on the phone; the sender sees and checks it, and shows its number', async () => {
  const phone = await journey.open({ phone: true })
  await phone.signIn('participant@softmob.example')
  await phone.page.getByRole('link', { name: 'Papers', exact: true }).click()
  await phone.page.getByRole('heading', { name: 'My papers' }).waitFor()
  await phone.page.getByRole('heading', { name: 'In an emergency' }).waitFor()
  await phone.accessible('own papers')
  await phone.page.getByRole('button', { name: 'Add: Identity document' }).click()
  const form = phone.page.getByRole('dialog')
  await form.getByLabel('Number').fill('CA98765XY')
  await form.getByRole('button', { name: 'Hand in' }).click()
  await form.getByText('Say until when it is valid.').waitFor()
  await phone.accessible('adding an identity card')
  await form.getByLabel('Valid until').fill('2039-01-31')
  await form.getByRole('button', { name: 'Hand in' }).click()
  await phone.page.getByText('•••• 65XY').waitFor()
  await phone.close()

  const staff = await journey.open()
  const { page } = staff
  await staff.signIn('sending@softmob.example')
  await page.getByRole('link', { name: 'Papers', exact: true }).click()
  await page.getByLabel('Find a person').fill('Giulia Moretti')
  await page
    .getByRole('row', { name: /Giulia Moretti/ })
    .getByRole('button', { name: 'To check' })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Check off' }).first().waitFor()
  await staff.accessible('the papers of a person')
  await dialog.getByRole('button', { name: 'More for: Identity document' }).click()
  await page.getByRole('menuitem', { name: /Show the whole number/ }).click()
  await dialog.getByText('CA98765XY').waitFor()
  await dialog.getByRole('button', { name: 'Check off' }).first().click()
  await dialog
    .getByText(/^Seen by/)
    .first()
    .waitFor()
  await staff.close()
})

it('the sender asks those who miss something, sets a group policy and enters a visa rule', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  await page.getByRole('link', { name: 'Papers', exact: true }).click()
  await page.getByRole('button', { name: /^Missing \d+/ }).click()
  await page.getByRole('button', { name: /^Missing \d+/, pressed: true }).waitFor()
  await page.getByLabel('Choose all on this page').check()
  await page.getByRole('region', { name: 'What to do for those chosen' }).waitFor()
  await walk.accessible('the grid with a selection')
  await page.getByRole('button', { name: /^Ask \d+ people/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ask \d+ people/ })
    .click()
  await page.getByText(/people are asked/).waitFor()

  await page.getByRole('link', { name: 'Group policies and rules' }).click()
  await page.getByRole('heading', { name: 'Who needs a visa where' }).waitFor()
  await walk.accessible('policies and rules')
  await page.getByRole('link', { name: 'Alpenmutual Viaggi, group policy.pdf' }).waitFor()
  await page.getByRole('button', { name: 'Take away: Alpenmutual Viaggi' }).click()
  await walk.accessible('taking a policy away')
  await page.getByRole('dialog').getByRole('button', { name: 'Take away', exact: true }).click()
  await page
    .getByRole('link', { name: 'Alpenmutual Viaggi, group policy.pdf' })
    .waitFor({ state: 'detached' })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'policy.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 policy'),
    })
  await page.getByRole('link', { name: 'policy.pdf' }).waitFor()
  await page.getByRole('button', { name: 'Add a group policy' }).click()
  const policy = page.getByRole('dialog')
  await policy.getByLabel('Insurer').fill('Testmutual')
  await policy.getByLabel('24-hour number').fill('+39 02 1234')
  await policy.getByLabel('Valid from').fill('2026-01-01')
  await policy.getByLabel('Valid until').fill('2039-12-31')
  await policy.getByRole('combobox', { name: 'Flows it covers' }).fill('Leipzig, spring')
  await page.getByRole('option', { name: /Leipzig, spring/ }).click()
  await walk.accessible('a group policy')
  await policy.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: /Testmutual/ }).waitFor()

  await page.getByRole('button', { name: 'Add a rule' }).click()
  const rule = page.getByRole('dialog')
  await rule.waitFor()
  await walk.accessible('a visa rule')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'What you ask for' }).getByRole('button', { name: 'Change' }).click()
  await page.getByRole('dialog').waitFor()
  await walk.accessible('what is asked for')
  await page.keyboard.press('Escape')
  await walk.close()
})
