import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

it('a host sees the mobilities of all its senders, and nothing else, names a mentor and proposes a company', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const home = new URL(page.url()).pathname
  await walk.goto(`${home}/mobilities`)
  await page.getByRole('button', { name: 'Partner' }).click()
  for (const sender of [
    'Istituto Professionale Aurora',
    'Berufskolleg Lindenhof',
    'Lycée professionnel du Moulin',
  ])
    await page.getByRole('checkbox', { name: new RegExp(sender) }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Country' }).click()
  await page.getByRole('checkbox', { name: /Spain/ }).waitFor()
  expect(await page.getByRole('checkbox', { name: /Malta|Ireland|Germany/ }).count()).toBe(0)
  await page.keyboard.press('Escape')

  await page.goto(`${home}/mobilities?status=accepted`)
  await page.getByRole('region', { name: 'Mobilities' }).getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Who is who' }).waitFor()
  await page
    .getByRole('button', { name: /Mentor/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Amparo Gil')
  await dialog.getByLabel('Phone').fill('+34 600 111 222')
  await walk.accessible('naming a mentor')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Amparo Gil').first().waitFor()

  await page.getByRole('button', { name: /Propose a company|Change the company/ }).click()
  const company = page.getByRole('dialog')
  await company.getByText('A new one').click()
  await company.getByLabel('Company').last().fill('Horno San Bernardo')
  await walk.accessible('proposing a company')
  await company
    .getByRole('button', { name: /Propose|Save/ })
    .last()
    .click()
  await page.getByText('Horno San Bernardo').first().waitFor()
  await walk.close()
})

it('a tutor confirms on the phone by a personal link and reports a problem', async () => {
  const staff = await journey.open()
  await staff.signIn('sending@softmob.example')
  const home = new URL(staff.page.url()).pathname
  const answer = await staff.context.request.get(
    `/api/v1${home.replace('/o/', '/organisations/')}/mobilities?q=&status=accepted&limit=200`,
  )
  const { items } = (await answer.json()) as { items: { id: string; company: { name: string } | null }[] }
  const waiting = items.find(({ company }) => company?.name === 'Taller Ortega')
  await staff.goto(`${home}/mobilities/${waiting?.id}`)
  await staff.page.getByRole('button', { name: 'Link for the tutor' }).click()
  const dialog = staff.page.getByRole('dialog')
  await dialog.getByLabel('Tutor’s name').fill('Ana Ortega')
  await dialog.getByLabel('Tutor’s e-mail').fill('ana@taller-ortega.example')
  await staff.accessible('a link for a tutor')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await dialog.getByRole('img', { name: 'The link as a QR code' }).waitFor()
  await staff.accessible('the link that was made')
  const mail = await journey.services.database.identity
    .selectFrom('identity.sent_mail')
    .select('body_text')
    .where('recipient', '=', 'ana@taller-ortega.example')
    .executeTakeFirstOrThrow()
  const link = new URL(/https?:\/\/\S+\/t\/\S+/.exec(mail.body_text)?.[0] ?? '').pathname

  const tutor = await journey.open({ phone: true })
  const { page } = tutor
  await tutor.goto(link)
  await tutor.accessible('the page of a tutor')
  await page
    .getByRole('button', { name: /^Yes, we take/ })
    .first()
    .click()
  await tutor.accessible('confirming a placement')
  await page
    .getByRole('button', { name: 'Send', exact: true })
    .or(page.getByRole('button', { name: /^Yes, we take|Confirm/ }))
    .last()
    .click()
  await page.getByText('You confirmed this placement.').first().waitFor()

  await page.getByRole('button', { name: 'Problem' }).first().click()
  await page.getByLabel(/What happened/).fill('He did not come today')
  await tutor.accessible('reporting a problem')
  await page.getByRole('button', { name: 'Send', exact: true }).last().click()
  await page.getByText(/were told just now/).waitFor()

  // This company looks after itself: its people are invited by it.
  await page.getByText(/Taller Ortega has a SoftMob of its own/).waitFor()

  // The sender reads the problem and ends the link.
  await staff.goto(home)
  await staff.page.getByText('He did not come today').waitFor()
  const links = `/api/v1${home.replace('/o/', '/organisations/')}/tutor-links`
  const issued = (await (await staff.context.request.get(links)).json()) as {
    items: { id: string; tutorName: string }[]
  }
  const ended = await staff.context.request.delete(
    `${links}/${issued.items.find(({ tutorName }) => tutorName === 'Ana Ortega')?.id}`,
  )
  expect(ended.status()).toBe(204)
  await page.reload()
  await page.getByText('This link does not work any more').waitFor()
  await tutor.accessible('a link that ended')
  await tutor.close()
  await staff.close()
})

it('a tutor of a company that its school keeps makes an account', async () => {
  const staff = await journey.open()
  await staff.signIn('sending@softmob.example')
  const own = new URL(staff.page.url()).pathname.replace('/o/', '/api/v1/organisations/')
  const partners = await staff.context.request.get(`${own}/partners?q=naranjas`)
  const [company] = (await partners.json()).items as { id: string }[]
  const made = await staff.context.request.post(`${own}/tutor-links`, {
    data: { companyId: company?.id, tutorName: 'Ana Naranjo', language: 'en', send: false },
  })
  const tutor = await journey.open({ phone: true })
  const { page } = tutor
  await tutor.goto(new URL((await made.json()).url as string).pathname)
  await page.getByRole('button', { name: 'Make an account' }).first().click()
  await page.locator('input[type="email"]').fill('ana@naranjas.example')
  await page.locator('input[autocomplete="new-password"]').fill('patio de las naranjas dulces')
  await tutor.accessible('making an account')
  await page.getByRole('button', { name: 'Make an account' }).last().click()
  await page.getByText(/Your account is ready/).waitFor()
  await tutor.close()
  await staff.close()
})
