import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

async function homeOf(walk: Walk): Promise<string> {
  const { items } = await (await walk.context.request.get('/api/v1/organisations')).json()
  return items[0].id as string
}

it('a host finds rooms for two senders’ flows, moves one person and gives the beds; the school sees where', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await homeOf(walk)
  const latest = async () => {
    const base = `/api/v1/organisations/${organisation}/room-plans`
    const { items } = await (await walk.context.request.get(base)).json()
    return (await walk.context.request.get(`${base}/${items[0].id}`)).json()
  }
  await walk.goto(`/o/${organisation}/stays/plans`)
  await page.getByRole('button', { name: 'New room plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Spring in Seville')
  await dialog.getByRole('combobox', { name: 'Flows' }).click()
  await page.getByRole('option', { name: /spring B/ }).click()
  await page.getByRole('option', { name: /printemps/ }).click()
  await page.keyboard.press('Tab')
  await walk.accessible('a new room plan')
  await dialog.getByRole('button', { name: 'Find rooms' }).click()
  await page.getByRole('heading', { name: 'Spring in Seville', level: 1 }).waitFor()
  await page
    .getByText(/everybody has a bed|nobody more can have a bed/)
    .first()
    .waitFor()
  const found = await latest()
  expect(found.placed).toBeGreaterThan(90)
  await walk.accessible('a room plan')

  // Why not that room is told before somebody is moved; whoever is moved by hand is kept there.
  const person = found.given[0]
  await page
    .getByRole('button', { name: `Move ${person.participant}`, exact: true })
    .first()
    .click()
  await dialog.getByRole('combobox', { name: 'Room' }).click()
  await page.getByText(/^Not possible/).waitFor()
  await page.getByRole('option', { disabled: false }).first().click()
  await walk.accessible('moving within a room plan')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await page
    .getByRole('button', { name: `Let ${person.participant} go`, exact: true })
    .first()
    .waitFor()

  await page.getByRole('button', { name: 'Give these beds' }).click()
  await walk.accessible('giving the beds')
  await dialog.getByRole('button', { name: /^Give \d+ beds/ }).click()
  await page.getByText(/beds given, 0 refused/).waitFor()
  const applied = await latest()
  await walk.close()

  const own = applied.given.find(({ school }: { school: string }) => school.includes('Aurora'))
  const room = applied.rooms.find(({ id }: { id: string }) => id === own.roomId)
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  await school.goto(`/o/${await homeOf(school)}/mobilities/${own.mobilityId}`)
  await school.page.getByText(`${room.housing}, room ${room.name}`).first().waitFor()
  await school.page.getByRole('button', { name: 'What matters for the room' }).click()
  await school.page.getByLabel('Sleeps lightly: quiet if possible').waitFor()
  await school.accessible('what matters for a room')
  await school.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await school.page.getByRole('dialog').waitFor({ state: 'detached' })
  await school.close()
})

it('a host walks the bed board by keyboard, moves somebody within the stay, and takes it back', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await homeOf(walk)
  await walk.goto(`/o/${organisation}/stays/board?q=residencia`)
  const bars = page.locator('[data-bar]')
  await bars.first().waitFor()
  await walk.accessible('the bed board')
  await bars.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Move', exact: true }).waitFor()
  await walk.accessible('a stay')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Room' }).click()
  await page.getByRole('option', { disabled: false }).first().click()
  await walk.accessible('moving to another room')
  const before = await bars.count()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByText(/has another bed/).waitFor()
  await page.getByText('Undo', { exact: true }).first().click()
  await expect.poll(() => bars.count()).toBe(before)

  await page
    .getByRole('button', { name: /^Give bed/ })
    .first()
    .click()
  await dialog.getByRole('combobox', { name: 'Who' }).waitFor()
  await page.keyboard.press('Tab')
  await walk.accessible('giving a bed')
  await page.keyboard.press('Escape')
  await page.getByText('Month', { exact: true }).click()
  await expect.poll(() => page.url()).toContain('view=month')
  await walk.close()
})

it('a host keeps the register: a family with its rooms, its photo, and the sheet about a guest', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await homeOf(walk)
  await walk.goto(`/o/${organisation}/stays?vetting=expired`)
  await page.getByRole('row', { name: /Familia Vega.*expired/ }).waitFor()
  await walk.accessible('the register')
  await page.getByRole('button', { name: 'Add housing' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Familia Navarro')
  await dialog.getByRole('button', { name: 'Add a room' }).click()
  await walk.accessible('a new housing')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Familia Navarro', level: 1 }).waitFor()
  await page.getByText('4 beds').waitFor()
  await walk.goto(`/o/${organisation}/stays?q=herrera`)
  await page.getByRole('link', { name: 'Familia Herrera' }).click()
  await page.getByText('Giulia Moretti').waitFor()
  await walk.accessible('a housing')
  const housing = new URL(page.url()).pathname.split('/').at(-1)
  const stays = await walk.context.request.get(
    `/api/v1/organisations/${organisation}/housings/${housing}/stays`,
  )
  const giulia = (await stays.json()).items.find((one: { participant: string }) =>
    one.participant.startsWith('Giulia'),
  )
  await walk.goto(`/o/${organisation}/stays/guests/${giulia.id}`)
  await page.getByText('Volleyball, baking, singing').waitFor()
  expect(await page.getByText('Moretti').count()).toBe(0)
  await walk.accessible('the sheet for the family')
  await walk.close()
})

it('a host checks people in on the phone, and Giulia sees where she will live', async () => {
  const walk = await journey.open({ phone: true })
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await homeOf(walk)
  await walk.goto(`/o/${organisation}/stays/door`)
  await page.getByRole('heading', { name: 'To check in' }).waitFor()
  await walk.accessible('at the door')
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Keys').fill('Set 2')
  await dialog.getByLabel('Deposit taken').fill('50')
  await walk.accessible('checking in')
  await dialog.getByRole('button', { name: 'Check in' }).click()
  await page.getByText(/is checked in/).waitFor()
  await page.getByRole('heading', { name: 'Done on this day' }).waitFor()
  await page.getByLabel('All of them').first().check()
  await page.getByRole('button', { name: /^Check in: \d/ }).click()
  await page.getByText('Nobody is waited for.').waitFor()
  await walk.close()

  const phone = await journey.open({ phone: true })
  await phone.signIn('participant@softmob.example')
  await phone.page.getByRole('heading', { name: 'Where you live' }).waitFor()
  await phone.page.getByText('Familia Herrera').first().waitFor()
  await phone.page.getByText('About the family').click()
  await phone.page.getByText(/We cook together/).waitFor()
  await phone.page.getByRole('button', { name: 'Change it' }).click()
  await phone.page.getByLabel('What I eat').fill('Everything but fish and mushrooms')
  await phone.accessible('telling the family something')
  await phone.page.getByRole('button', { name: 'Save' }).click()
  await phone.page.getByRole('button', { name: 'Change it' }).waitFor()
  await phone.close()
})
