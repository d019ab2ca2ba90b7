import { afterAll, beforeAll, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

const organisationOf = async (walk: Walk): Promise<string> =>
  (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0].id as string

/** The secret of a link that was made for a company's tutor. */
async function linkFor(walk: Walk, organisation: string, companyId: string): Promise<string> {
  const made = await walk.context.request.post(`/api/v1/organisations/${organisation}/tutor-links`, {
    data: { companyId, tutorName: 'Ana', language: 'en', send: false },
  })
  return new URL((await made.json()).url as string).pathname
}

it('a placement goes from a bulk of requests over the company’s phone and two approvals to everybody’s eyes', async () => {
  const host = await journey.open()
  const { page } = host
  await host.signIn('hosting@softmob.example')
  const organisation = await organisationOf(host)
  await host.goto(`/o/${organisation}/placements`)
  await host.accessible('placements')
  await page.getByRole('button', { name: /^To send/ }).click()
  await page.getByRole('button', { name: /^To send/, pressed: true }).waitFor()
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await page.getByRole('button', { name: 'Send to companies' }).click()
  const dialog = page.getByRole('dialog')
  await host.accessible('sending many')
  await dialog.getByRole('button', { name: /^Send \d/ }).click()
  await dialog.getByText(/\d+ sent\./).waitFor()
  await host.accessible('what came of sending')
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByText('No placement matches').waitFor()

  // Beside the list: what the company sees, and an interview that it asked for on the phone.
  await page.getByRole('button', { name: /^With the company/ }).click()
  const list = `/api/v1/organisations/${organisation}/placements?group=company&limit=100`
  const { items } = (await (await host.context.request.get(list)).json()) as {
    items: { id: string; step: string; participant: string; company: { id: string; name: string } }[]
  }
  const one = items.find(({ step }) => step === 'sent')
  await host.goto(`/o/${organisation}/placements?placement=${one?.id}`)
  await page.getByRole('heading', { name: 'This is what the company sees' }).waitFor()
  await page.getByRole('button', { name: /^More about/ }).click()
  await page.getByRole('menuitem', { name: 'Set an interview' }).click()
  await dialog.getByLabel('Day').fill('2020-01-01')
  await host.accessible('an interview')
  await dialog.getByRole('button', { name: 'Set the interview' }).click()
  await dialog.getByText('This day is past.').waitFor()
  await dialog.getByLabel('Day').fill('2099-01-15')
  await dialog.getByRole('button', { name: 'Set the interview' }).click()
  await page.getByText('set an interview').first().waitFor()
  await host.accessible('a placement beside the list')

  // The company says yes on the phone.
  const tutor = await journey.open({ phone: true })
  await tutor.goto(await linkFor(host, organisation, one?.company.id ?? ''))
  await tutor.accessible('whom a company was asked to take')
  const yes = tutor.page.getByRole('button', { name: /^Yes, we take/ })
  await tutor.page.getByRole('button', { name: 'We cannot' }).first().click()
  await tutor.accessible('refusing')
  await tutor.page.getByRole('button', { name: 'Back' }).click()
  const offered = tutor.page.getByRole('region', {
    name:
      (await tutor.page
        .getByRole('region')
        .filter({ has: yes })
        .first()
        .getByRole('heading')
        .textContent()) ?? '',
  })
  await offered.getByRole('button', { name: /^Yes, we take/ }).click()
  await offered.getByLabel('Working hours').fill('8:00–14:00')
  await offered.getByLabel('Where to come').fill('Calle Feria 1')
  await tutor.accessible('accepting')
  await offered.getByRole('button', { name: /^Yes, we take/ }).click()
  await offered.getByRole('button', { name: /^Yes, we take/ }).waitFor({ state: 'detached' })
  await tutor.page.getByText('You confirmed this placement.').first().waitFor()
  await tutor.close()

  await page.reload()
  await page.getByRole('button', { name: 'A company drops out' }).click()
  await dialog.getByRole('combobox', { name: 'Company' }).fill('Taller Ortega')
  await page.getByRole('option', { name: /Taller Ortega/ }).click()
  await dialog.getByText(/places here are taken/).waitFor()
  await host.accessible('a company drops out')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close without saving' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Rules', exact: true }).click()
  await dialog.getByText('For minors').waitFor()
  await host.accessible('rules')
  await page.keyboard.press('Escape')
  await host.close()
})

it('the school approves in bulk, the participant says yes on the phone, and the record shows it', async () => {
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  const own = await organisationOf(school)
  await school.goto(`/o/${own}/placements?group=approval`)
  const { page } = school
  await page.waitForLoadState('networkidle')
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Approve \d/ }).click()
  await dialog.getByText(/\d+ approved\./).waitFor()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()

  const phone = await journey.open({ phone: true })
  await phone.signIn('participant@softmob.example')
  await phone.page.getByText('Half approved').first().waitFor()
  await phone.accessible('one’s own placement')
  await phone.page.getByRole('button', { name: 'What companies see of me' }).click()
  await phone.page.getByLabel('About me').fill('I repair bicycles.')
  await phone.page.getByRole('button', { name: 'Add a language' }).click()
  await phone.accessible('what companies see of me')
  await phone.page.getByRole('button', { name: 'Save' }).click()
  await phone.page.getByRole('button', { name: 'Something is wrong' }).click()
  await phone.page.getByLabel('What is wrong?').fill('No bus at seven')
  await phone.accessible('saying what is wrong')
  await phone.page.getByRole('button', { name: 'Send', exact: true }).click()
  await phone.page.getByText(/You wrote: No bus at seven/).waitFor()
  await phone.page.getByRole('button', { name: 'Yes, I take it' }).click()
  await phone.page.getByText('Everybody has said yes. This is your workplace.').waitFor()
  await phone.close()

  await school.goto(`/o/${own}/placements?q=Giulia%20Moretti`)
  await page.getByText('Confirmed', { exact: true }).first().waitFor()
  const { items } = await (
    await school.context.request.get(
      `/api/v1/organisations/${own}/placements?q=Giulia%20Moretti&group=confirmed`,
    )
  ).json()
  await school.goto(`/o/${own}/mobilities/${items[0].mobility.id}`)
  await page.getByRole('region', { name: 'Placement' }).getByText('participant: yes').waitFor()
  await school.accessible('a record with a placement')
  await page.getByRole('button', { name: 'For companies' }).click()
  await page.getByRole('dialog').getByText('I repair bicycles.').first().waitFor()
  await school.accessible('what a company sees')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'A second company' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Position' }).waitFor()
  await school.accessible('a second company')
  await page.keyboard.press('Escape')
  await school.close()
})

it('a company with an account answers on its own page, and a drop-out offers the repair', async () => {
  const company = await journey.open({ phone: true })
  await company.signIn('company@softmob.example')
  await company.goto(`/o/${await organisationOf(company)}/placements`)
  await company.accessible('a company’s placements')
  await company.page.getByRole('button', { name: 'Talk first' }).first().click()
  await company.page.getByLabel('Day').fill('2099-02-01')
  await company.accessible('inviting to an interview')
  await company.page.getByRole('button', { name: 'Send', exact: true }).click()
  await company.page
    .getByText(/Interview: .*2099|Interview: .*1 Feb/)
    .first()
    .waitFor()
  await company.close()

  const host = await journey.open()
  const { page } = host
  await host.signIn('hosting@softmob.example')
  const organisation = await organisationOf(host)
  const { items } = (await (
    await host.context.request.get(
      `/api/v1/organisations/${organisation}/placements?group=confirmed&limit=100`,
    )
  ).json()) as { items: { position: object | null; company: { name: string } }[] }
  const lost = items.find(({ position }) => position !== null)?.company.name ?? ''
  await host.goto(`/o/${organisation}/placements`)
  await page.getByRole('button', { name: 'A company drops out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Company' }).fill(lost)
  await page
    .getByRole('option', { name: new RegExp(lost) })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Take all places back' }).click()
  await dialog.getByText(/\d+ withdrawn\./).waitFor()
  await host.accessible('who has lost a place')
  await dialog.getByRole('button', { name: 'Make the repair plan' }).click()
  await page.getByRole('heading', { name: `Repair without ${lost}` }).waitFor()
  await host.close()
})
