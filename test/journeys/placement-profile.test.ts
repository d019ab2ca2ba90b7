import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

const organisationOf = async (walk: Walk): Promise<string> =>
  (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0].id as string

/** Somebody of the demo whose place is still looked for gets the account of the fixed sign-in; answers who travels along. */
const becomeSomebodyWaiting = () =>
  journey.services.database.transaction({ kind: 'system' }, async (db) => {
    const user = await db
      .selectFrom('identity.user')
      .select('id')
      .where('email', '=', 'participant@softmob.example')
      .executeTakeFirstOrThrow()
    const [waiting, other] = await db
      .selectFrom('mobility as m')
      .innerJoin('flow as f', 'f.id', 'm.flow_id')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['m.person_id', 'p.given_name', 'p.family_name'])
      .where('f.name', 'like', '%spring B%')
      .where('m.status', '=', 'accepted')
      .orderBy('m.number')
      .limit(2)
      .execute()
    if (!waiting || !other) throw new Error('Nobody of the flow waits for a place')
    await db.updateTable('person').set({ user_id: null }).where('user_id', '=', user.id).execute()
    await db.updateTable('person').set({ user_id: user.id }).where('id', '=', waiting.person_id).execute()
    return other
  })

it('a host says what matching goes by, sees what would fit, and solves the plan anew', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const organisation = await organisationOf(walk)
  await walk.goto(`/o/${organisation}/matching`)
  await page.getByRole('button', { name: 'New plan' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Flows' }).click()
  await page.getByRole('option', { name: /spring B/ }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Find places' }).click()
  await page.waitForURL(/matching\/./)
  await page.getByText('proven: no better plan exists').waitFor()
  const unplaced = page.getByRole('region', { name: /^Without a place/ })
  const change = unplaced.getByRole('button', { name: /^Change profile of/ }).first()
  const name = (await change.getAttribute('aria-label'))?.replace('Change profile of ', '') ?? ''
  await change.click()
  await dialog.getByText(/positions fit\.$/).waitFor()
  await walk.accessible('what matching goes by')

  // Two lines of one language are refused at the field, and nothing is lost.
  for (let i = 0; i < 2; i += 1) await dialog.getByRole('button', { name: 'Add a language' }).click()
  for (const select of await dialog.getByLabel('Language', { exact: true }).all())
    await select.selectOption('es')
  await dialog.getByRole('combobox', { name: 'Skills' }).fill('Bread baking')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('A language is there twice.').waitFor()
  await walk.accessible('a language twice')
  while ((await dialog.getByRole('button', { name: 'Remove Spanish' }).count()) > 1)
    await dialog.getByRole('button', { name: 'Remove Spanish' }).last().click()
  await dialog.getByLabel('Level', { exact: true }).first().selectOption('C1')
  await dialog.getByRole('combobox', { name: 'To be placed with' }).click()
  await page.locator('[role=option]:visible').first().click()
  await page.keyboard.press('Escape')
  await dialog.getByLabel('Greatest distance to work, in km').fill('15')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. The next plan goes by it').waitFor()
  await page.getByText('Somebody’s profile has changed since this plan was solved.').waitFor()
  await walk.accessible('a plan that is behind')
  await page.getByRole('button', { name: 'Solve anew' }).click()
  await page.getByText('Somebody’s profile has changed').waitFor({ state: 'detached' })

  // The same from the record; the answer that was given stands there.
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('button', { name: 'For matching' }).click()
  await dialog.getByText('Bread baking').waitFor()
  await page.keyboard.press('Escape')
  await walk.close()
})

it('a participant says wishes on the phone', async () => {
  const walk = await journey.open({ phone: true })
  const { page } = walk
  const other = await becomeSomebodyWaiting()
  await walk.signIn('participant@softmob.example')
  await page.getByRole('button', { name: 'What I wish for' }).click()
  const form = page.getByRole('form', { name: 'What I wish for' })
  await form.waitFor()
  await walk.accessible('one’s own wishes')
  await form.getByRole('combobox', { name: 'Who I would like to be with' }).fill(other.family_name)
  await page.getByRole('option', { name: `${other.given_name} ${other.family_name}` }).click()
  await form.getByRole('combobox', { name: 'Work I would like, best first' }).click()
  await page.locator('[role=option]:visible').first().click()
  await page.keyboard.press('Tab')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. Whoever looks for your place goes by it.').waitFor()
  await page.getByRole('button', { name: 'What I wish for' }).click()
  await form.getByText(`${other.given_name} ${other.family_name}`).waitFor()
  expect(await form.getByText(/^1\. /).count()).toBe(1)
  await walk.close()
})

it('a coordinator brings a CV, and says for many at once what matching goes by', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const organisation = await organisationOf(walk)
  const list = `/api/v1/organisations/${organisation}/mobilities?status=selected&limit=3`
  const { items } = (await (await walk.context.request.get(list)).json()) as { items: { id: string }[] }
  await walk.goto(`/o/${organisation}/mobilities/${items[0]?.id}`)
  await page.getByRole('button', { name: 'For companies' }).click()
  const dialog = page.getByRole('dialog')
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByLabel(/^The CV of/).click()
  await (
    await chooser
  ).setFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 cv') })
  await dialog.getByText('CV: cv.pdf').first().waitFor()
  await walk.accessible('a CV that the sender brings')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'For companies' }).click()
  await dialog.getByRole('link', { name: 'Open' }).waitFor()
  await dialog.getByRole('button', { name: 'Remove cv.pdf' }).click()
  await dialog.getByText('Will be removed when you save.').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  await walk.goto(`/o/${organisation}/mobilities?status=selected`)
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Say what matching goes by' }).click()
  await dialog.getByRole('combobox', { name: 'Language to add' }).fill('Portu')
  await page.getByRole('option', { name: 'Portuguese' }).click()
  await dialog.getByText('1 of 1 will change.').waitFor()
  await walk.accessible('a profile for many')
  await dialog.getByRole('button', { name: 'Save for all' }).click()
  await page.getByText('1 mobility changed.').waitFor()
  await walk.close()
})
