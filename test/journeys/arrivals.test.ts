import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

const organisationOf = async (walk: Walk): Promise<string> =>
  (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0].id as string

it('a school pastes a booking for a flow, and the host gives everybody a seat', async () => {
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  const own = await organisationOf(school)
  const base = `/api/v1/organisations/${own}`
  const { items } = await (await school.context.request.get(`${base}/flows?limit=200`)).json()
  const flow = items.find(({ name }: { name: string }) => name === 'Seville, next departure') as {
    id: string
    startDate: string
  }
  const { people } = await (await school.context.request.get(`${base}/flows/${flow.id}/bookings`)).json()
  const without = people.filter((one: { directions: string[] }) => one.directions.length === 0)
  expect(without.length).toBeGreaterThan(5)

  const { page } = school
  await school.goto(`/o/${own}/arrivals`)
  await page
    .getByText(/have no arrival yet/)
    .first()
    .waitFor()
  await school.accessible('arrivals of a sender')
  await page.getByRole('link', { name: 'Enter a booking: Seville, next departure' }).click()
  await page.getByRole('heading', { name: /Journeys of Seville/ }).waitFor()
  await page.getByRole('button', { name: 'Enter a booking' }).first().click()
  await school.accessible('pasting a booking')
  const rows = without
    .slice(0, 4)
    .map(({ participant }: { participant: string }) =>
      [participant.toUpperCase(), 'VY 6421', flow.startDate, 'BLQ', 'SVQ', '15:10', '17:55'].join('\t'),
    )
  await page
    .getByLabel('Paste the booking')
    .fill(
      [
        'Passenger\tFlight\tDate\tFrom\tTo\tDep\tArr',
        ...rows,
        `Nobody Known\tVY 6421\t${flow.startDate}\tBLQ\tSVQ\t15:10\t17:55`,
      ].join('\n'),
    )
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText('Understood: 1 leg and 5 people.').waitFor()
  await page.getByText('1 name is not clear').waitFor()
  await school.accessible('a booking as it was understood')

  // A slip of the pen is told at its field, and nothing is lost.
  await page.getByLabel('Arrival, time there').fill('14:00')
  await page.getByRole('button', { name: 'Save the booking' }).click()
  await page.getByText('The arrival is before the departure.').waitFor()
  await page.getByLabel('Arrival, time there').fill('17:55')
  await page.getByRole('button', { name: 'Save the booking' }).click()
  await page.getByText('4 people travel on it now.').waitFor()
  await school.accessible('journeys of a flow')

  // The mail of an airline names who travels; its times are not those that are known already.
  await page.getByRole('button', { name: 'Enter a booking' }).first().click()
  await page
    .getByLabel('Paste the booking')
    .fill(
      [
        `VY 6421 ${flow.startDate}`,
        '15:10 Bologna (BLQ)',
        '18:20 Sevilla (SVQ)',
        '',
        without[4].participant,
        'Pepito Desconocido',
      ].join('\n'),
    )
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText('Understood: 1 leg, the same for 2 people named in the text.').waitFor()
  await page.getByText('1 name is not clear').waitFor()
  await page.getByText(/is known already: 15:10–17:55/).waitFor()
  await school.accessible('an itinerary with other times')
  await page.getByRole('button', { name: 'Use these times' }).click()
  await page.getByText(/is known already/).waitFor({ state: 'detached' })
  expect(await page.getByLabel('Arrival, time there').inputValue()).toBe('17:55')
  await school.close()

  const host = await journey.open()
  await host.signIn('hosting@softmob.example')
  const hosting = await organisationOf(host)
  const board = host.page
  await host.goto(`/o/${hosting}/arrivals?from=${flow.startDate}&to=${flow.startDate}`)
  await board.getByRole('heading', { name: /VY 6421/ }).waitFor()
  await board
    .getByText(/changed today/)
    .first()
    .waitFor()
  await board.getByText('arrives late').first().waitFor()
  await host.accessible('arrivals of a host')
  await board.getByRole('button', { name: 'New time: 17:55 VY 6421' }).click()
  await host.accessible('a new time')
  await board.getByRole('dialog').getByLabel('Time there').fill('18:20')
  await board.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await board.getByText('changed today, was 17:55').waitFor()
  await board.getByRole('button', { name: 'Rules' }).click()
  await board.getByLabel('What to do when late').waitFor()
  await host.accessible('rules for journeys')
  await board.keyboard.press('Escape')

  await board.getByRole('link', { name: 'Transfers', exact: true }).click()
  await board.getByRole('heading', { name: /without a seat/ }).waitFor()
  await board.getByRole('button', { name: 'Add a vehicle' }).first().click()
  const dialog = board.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Evening bus')
  await dialog.getByLabel('Leaves at').fill('18:50')
  await dialog.getByLabel('Day').fill(flow.startDate)
  await dialog.getByLabel('From', { exact: false }).first().fill('Airport')
  await dialog.getByLabel('To', { exact: false }).first().fill('Triana')
  await host.accessible('a vehicle')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await board.getByRole('article', { name: 'Evening bus' }).waitFor()
  await board.getByRole('button', { name: 'Fill the vehicles' }).click()
  await board.getByRole('article', { name: 'Evening bus' }).getByText('4 of 34 seats taken').waitFor()
  await host.accessible('transfers')
  // By keyboard: choose a group, put it on.
  await board.getByRole('checkbox').first().focus()
  await board.keyboard.press('Space')
  await board.getByRole('button', { name: /Put \d+ on: Evening bus/ }).click()
  await board
    .getByText(/people have a seat\.|No seats are left/)
    .first()
    .waitFor()
  await host.close()
})

it('a participant sees on the phone who waits where, and what to do when late', async () => {
  const phone = await journey.open({ phone: true })
  await phone.signIn('participant@softmob.example')
  await phone.page.getByText(/Autobús Guadaíra picks you up/).waitFor()
  await phone.page.getByText('Driver: Joaquín Mesa').waitFor()
  // The coach leaves later than was planned at first.
  await phone.page.getByText(/Before: .*14:15/).waitFor()
  await phone.page.getByText('If you are late').click()
  await phone.page.getByText(/Llama a Rocío/).waitFor()
  await phone.accessible('a journey on the phone')
  await phone.close()
})

it('a guardian reads the way of a minor', async () => {
  const phone = await journey.open({ phone: true })
  await phone.signIn('guardian@softmob.example')
  const { items } = await (await phone.context.request.get('/api/v1/me/mobilities')).json()
  const read = await phone.context.request.get(`/api/v1/me/mobilities/${items[0].id}/journey`)
  expect(read.status()).toBe(200)
  expect((await read.json()).out.legs).toHaveLength(2)
  await phone.close()
})

it('green travel is stated on honour on the phone, with a ticket that is replaced and taken away', async () => {
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  const base = `/api/v1/organisations/${await organisationOf(school)}/mobilities`
  const phone = await journey.open({ phone: true })
  await phone.signIn('participant@softmob.example')
  const { items } = await (await phone.context.request.get('/api/v1/me/mobilities')).json()
  const { id, departure, return: returnDate } = items[0]
  const train = (day: string, from: object, to: object) => ({
    legs: [
      { means: 'train', from, to, departsOn: day, departsAt: '06:00', arrivesOn: day, arrivesAt: '22:40' },
    ],
  })
  const [verona, sevilla] = [
    { town: 'Verona', country: 'IT' },
    { town: 'Sevilla', country: 'ES' },
  ]
  for (const [direction, data] of [
    ['out', train(departure, verona, sevilla)],
    ['back', train(returnDate, sevilla, verona)],
  ] as const) {
    const saved = await school.context.request.put(`${base}/${id}/journey/${direction}`, { data })
    expect(saved.status(), await saved.text()).toBe(200)
  }
  const { page } = phone
  await page.reload()
  await page.getByText('Tickets and proof').click()
  await page.getByRole('button', { name: 'State green travel' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Train').waitFor()
  expect(await dialog.getByRole('button', { name: 'State it' }).isDisabled()).toBe(true)
  await phone.accessible('stating green travel')
  await dialog.getByLabel(/^I state on my honour/).check()
  await dialog.getByRole('button', { name: 'State it' }).click()
  await page.getByText(/stated on .* on honour/).waitFor()
  const pdf = (name: string) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4 ${name}`),
  })
  await page.locator('input[type=file]').first().setInputFiles(pdf('ticket.pdf'))
  await page.getByRole('link', { name: 'ticket.pdf' }).waitFor()
  await page.getByRole('button', { name: 'Replace: ticket.pdf' }).click()
  await page.locator('input[type=file]').first().setInputFiles(pdf('better.pdf'))
  await page.getByRole('link', { name: 'better.pdf' }).waitFor()
  await page.getByRole('link', { name: 'ticket.pdf' }).waitFor({ state: 'detached' })
  await phone.accessible('a ticket and a statement')

  await school.goto(`/o/${await organisationOf(school)}/mobilities/${id}`)
  await school.page.getByText(/stated on .* on honour/).waitFor()
  await school.page.getByRole('link', { name: 'better.pdf' }).waitFor()
  await school.accessible('a journey with its proof')
  await school.close()

  await page.getByRole('button', { name: 'Take away: better.pdf' }).click()
  await phone.accessible('taking a ticket away')
  await page.getByRole('dialog').getByRole('button', { name: 'Take away', exact: true }).click()
  await page.getByRole('link', { name: 'better.pdf' }).waitFor({ state: 'detached' })
  await phone.close()
})

it('a sender writes a signed statement down with its paper', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const own = await organisationOf(walk)
  const base = `/api/v1/organisations/${own}`
  const { items: flows } = await (await walk.context.request.get(`${base}/flows?limit=200`)).json()
  const flow = flows.find(({ name }: { name: string }) => name === 'Leipzig job shadowing')
  const { people } = await (await walk.context.request.get(`${base}/flows/${flow.id}/bookings`)).json()
  const one = people.find(({ declared, green }: { declared: boolean; green: boolean }) => green && !declared)
  await walk.goto(`/o/${own}/mobilities/${one.mobilityId}`)
  await page.getByRole('button', { name: 'Write down a signed statement' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'signed.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 signed'),
  })
  await walk.accessible('a statement on paper')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await page.getByText(/Stated on paper/).waitFor()
  await page.getByRole('link', { name: 'signed.pdf' }).waitFor()
  await walk.close()
})
