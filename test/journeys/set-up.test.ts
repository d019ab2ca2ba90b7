import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stop())

const lastMail = async (recipient: string): Promise<string> => {
  const mail = await journey.services.database.identity
    .selectFrom('identity.sent_mail')
    .select('body_text')
    .where('recipient', '=', recipient)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /https?:\/\/\S+/.exec(mail.body_text)?.[0] ?? ''
}

it('somebody opens SoftMob for the first time, sets up the school, plans a flow and invites a colleague who joins', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.goto('/')
  await page.getByRole('heading', { name: 'Set up SoftMob' }).waitFor()
  await walk.accessible('the first step')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('Please fill this in.').first().waitFor()
  await page.getByLabel('Name').fill('Istituto Professionale Rosselli')
  await page.getByLabel('Country').first().fill('Ital')
  await page.getByRole('option', { name: 'Italy' }).click()
  await page.getByLabel('Town').fill('Lucca')
  await page.getByLabel('OID').fill('E1234')
  await page.getByRole('button', { name: 'Next' }).click()
  await page
    .getByText(/Some are still missing/)
    .first()
    .waitFor()
  await page.getByLabel('OID').fill('E10298765')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Your name').fill('Daniela Neri')
  await page.getByLabel('E-mail address').fill('daniela@rosselli.example')
  await page.locator('input[autocomplete="new-password"]').fill('porto sicuro quattro venti')
  await walk.accessible('the second step')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  await page.getByText('Nothing needs you today').waitFor()

  await page.getByRole('link', { name: 'Projects' }).click()
  await page.getByRole('button', { name: 'Add a project' }).first().click()
  const project = page.getByRole('dialog')
  await project.getByLabel('Code').fill('2026-1-IT01-KA121-VET-000123456')
  await project.getByLabel('Title').fill('Rosselli in Europe')
  await project.getByLabel('First day').fill('2026-06-01')
  await project.getByLabel('Last day').fill('2027-08-31')
  await project.getByLabel('Travel').fill('30900')
  await walk.accessible('a new project')
  await project.getByRole('button', { name: 'Add', exact: false }).last().click()
  await page.getByText('Rosselli in Europe').first().waitFor()

  await page.getByRole('link', { name: 'Flows', exact: true }).first().click()
  await page.getByRole('button', { name: 'Plan a flow' }).first().click()
  const flow = page.getByRole('dialog')
  await flow.getByLabel('Name').fill('Seville May 2027')
  await flow.getByLabel('Places', { exact: true }).fill('12')
  await walk.accessible('a new flow')
  await flow.getByRole('button', { name: 'Plan', exact: false }).last().click()
  await page.getByText('Seville May 2027').first().waitFor()

  await page.getByRole('link', { name: 'Members' }).click()
  await page.getByRole('button', { name: 'Invite a colleague' }).click()
  const invite = page.getByRole('dialog')
  await invite.getByLabel('E-mail address').fill('luca@rosselli.example')
  await invite.getByRole('checkbox', { name: /Coordinator/ }).check()
  await walk.accessible('inviting a colleague')
  await invite
    .getByRole('button', { name: /Invite|Send/ })
    .last()
    .click()
  await page.getByText('luca@rosselli.example').first().waitFor()

  const colleague = await journey.open()
  await colleague.goto(new URL(await lastMail('luca@rosselli.example')).pathname)
  await colleague.accessible('an invitation')
  await colleague.page.getByLabel('Your name').fill('Luca Bassi')
  await colleague.page.locator('input[autocomplete="new-password"]').fill('finestra aperta sul mare')
  await colleague.page
    .getByRole('button', { name: /Accept|Save|Join|Start/ })
    .first()
    .click()
  await colleague.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  await colleague.close()
  await walk.close()
  expect(await journey.services.database.identity.selectFrom('membership').selectAll().execute()).toEqual([])
})
