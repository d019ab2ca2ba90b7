import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** Counts what a person does: each press and each field that is filled in. */
function counting() {
  const count = { made: 0 }
  return {
    count,
    press: async (what: Locator): Promise<void> => {
      count.made += 1
      await what.click()
    },
    fill: async (what: Locator, words: string): Promise<void> => {
      count.made += 1
      await what.fill(words)
    },
  }
}

interface Placed {
  id: string
  participant: string
  mobility: { id: string }
  company: { id: string; name: string }
  school: { name: string }
}

const organisationOf = async (walk: Walk): Promise<string> =>
  (await (await walk.context.request.get('/api/v1/organisations')).json()).items[0].id as string

/** Placements of these people, of all the pages of the list. */
async function placements(walk: Walk, organisation: string, query: string): Promise<Placed[]> {
  const found: Placed[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await walk.context.request.get(
      `/api/v1/organisations/${organisation}/placements?${query}&limit=100${cursor && `&cursor=${cursor}`}`,
    )
    const { items, next } = (await page.json()) as { items: Placed[]; next: string | null }
    found.push(...items)
    cursor = next
  }
  return found
}

/** The secret of a link that was made for a company's tutor. */
async function linkFor(walk: Walk, organisation: string, companyId: string): Promise<string> {
  const made = await walk.context.request.post(`/api/v1/organisations/${organisation}/tutor-links`, {
    data: { companyId, tutorName: 'Ana', language: 'en', send: false },
  })
  return new URL((await made.json()).url as string).pathname
}

/** The companies say yes, each through its own link. */
async function companiesAccept(walk: Walk, organisation: string, asked: readonly Placed[]): Promise<void> {
  for (const [companyId, theirs] of Map.groupBy(asked, ({ company }) => company.id)) {
    const link = (await linkFor(walk, organisation, companyId)).split('/').at(-1) ?? ''
    for (const { id } of theirs) {
      const answer = await walk.context.request.post(`/api/v1/tutor/placements/${id}/answer`, {
        headers: { authorization: `Link ${link}` },
        data: { do: 'accept', workingHours: '8:00–14:00' },
      })
      expect(answer.status(), await answer.text()).toBe(200)
    }
  }
}

/** The newest mail that told somebody that a placement was taken back. */
async function lastWithdrawal(walk: Walk): Promise<string | undefined> {
  const mails = await walk.context.request.get('/api/v1/outbox?limit=100')
  const { items } = (await mails.json()) as { items: { id: string; subject: string }[] }
  return items.find(({ subject }) => subject.startsWith('Withdrawn:'))?.id
}

it('a host takes two senders’ flows from request to confirmed placements, rooms and arrivals in under 30 actions, loses a company, repairs, and everybody sees it', async () => {
  const host = await journey.open()
  const { page } = host
  await host.signIn('hosting@softmob.example')
  const organisation = await organisationOf(host)
  const { count, press, fill } = counting()
  const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first()
  const dialog = page.getByRole('dialog')

  // Two requests become two quotations.
  for (const flow of ['Seville, spring B', 'Séville printemps']) {
    await press(nav('Orders'))
    await press(
      page
        .getByRole('row', { name: new RegExp(flow) })
        .getByRole('button', { name: 'Quote from the price list' }),
    )
    await press(page.getByRole('button', { name: 'Send the quotation' }))
    await page.getByText('waits for an answer').waitFor()
  }

  // One plan places both groups, and all its companies are asked at once.
  await press(nav('Matching'))
  await press(page.getByRole('button', { name: 'New plan' }).first())
  await press(dialog.getByRole('combobox', { name: 'Flows' }))
  await press(page.getByRole('option', { name: /spring B/ }))
  await press(page.getByRole('option', { name: /printemps/ }))
  await page.keyboard.press('Tab')
  await press(dialog.getByRole('button', { name: 'Find places' }))
  await page.waitForURL(/matching\/./)
  await page.getByText('proven: no better plan exists').waitFor()
  const plan = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await press(page.getByRole('button', { name: 'Apply the plan' }))
  await press(dialog.getByRole('button', { name: /^Propose/ }))
  await press(dialog.getByRole('link', { name: 'Ask the companies' }))
  await press(dialog.getByRole('button', { name: /^Send \d/ }))
  await dialog.getByText(/\d+ sent\./).waitFor()
  await press(dialog.getByRole('button', { name: 'Close', exact: true }).last())
  const asked = await placements(host, organisation, `group=company&plan=${plan}`)
  expect(asked.length).toBeGreaterThan(70)

  // Rooms for the same people.
  await press(nav('Matching'))
  await press(
    page
      .getByRole('main')
      .getByRole('link', { name: /spring B|printemps/ })
      .first(),
  )
  await press(page.getByRole('link', { name: 'Find rooms for them' }))
  await press(dialog.getByRole('button', { name: 'Find rooms' }))
  await page
    .getByText(/everybody has a bed|nobody more can have a bed/)
    .first()
    .waitFor()
  await press(page.getByRole('button', { name: 'Give these beds' }))
  await press(dialog.getByRole('button', { name: /^Give \d+ beds/ }))
  await page.getByText(/beds given, 0 refused/).waitFor()
  await press(nav('Arrivals'))
  await page.getByRole('heading', { level: 1, name: 'Arrivals' }).waitFor()

  // What others do: the companies say yes, and one of the schools approves all of its people at once.
  await companiesAccept(host, organisation, asked)
  const school = await journey.open()
  await school.signIn('sending@softmob.example')
  const own = await organisationOf(school)
  await school.goto(`/o/${own}/placements?group=approval`)
  await school.page.getByRole('button', { name: /^Approve all/ }).click()
  await school.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve \d/ })
    .click()
  await school.page
    .getByRole('dialog')
    .getByText(/\d+ approved\./)
    .waitFor()

  // The host confirms those who have no account of their own to say yes with.
  await press(nav('Placements'))
  await press(page.getByRole('button', { name: /^To be approved/ }))
  await press(page.getByRole('button', { name: /^Confirm all/ }))
  await fill(dialog.getByRole('textbox'), 'The schools have asked them all.')
  await press(dialog.getByRole('button', { name: /^Confirm \d/ }))
  await dialog.getByText(/\d+ confirmed\./).waitFor()
  expect(count.made).toBeLessThan(30)
  const confirmed = await placements(host, organisation, `group=confirmed&plan=${plan}`)
  expect(confirmed).toHaveLength(asked.length)

  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  // A company of both is lost; the repair finds other places for its people, and the new companies are asked.
  const lost = confirmed.find(({ school: from }) => from.name.includes('Aurora'))
  expect(lost).toBeDefined()
  if (!lost) return
  const toldBefore = await lastWithdrawal(host)
  await page.getByRole('button', { name: 'A company drops out' }).click()
  await dialog.getByRole('combobox', { name: 'Company' }).fill(lost.company.name)
  await page.getByRole('option', { name: lost.company.name }).first().click()
  await dialog.getByRole('button', { name: 'Take all places back' }).click()
  await dialog.getByText(/\d+ withdrawn\./).waitFor()
  await dialog.getByRole('button', { name: 'Make the repair plan' }).click()
  await page.getByText('proven: no better plan exists').waitFor()
  const repair = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('button', { name: 'Apply the plan' }).click()
  await dialog.getByRole('button', { name: /^Propose/ }).click()
  await dialog.getByRole('link', { name: 'Ask the companies' }).click()
  await dialog.getByRole('button', { name: /^Send \d/ }).click()
  await dialog.getByText(/\d+ sent\./).waitFor()
  const again = await placements(host, organisation, `group=company&plan=${repair}`)
  const moved = again.find(({ school: from }) => from.name === lost.school.name)
  expect(moved?.company.id).not.toBe(lost.company.id)
  if (!moved) return

  // The new company is asked on the phone; before it says yes it reads only the given name.
  const phone = await journey.open({ phone: true })
  await phone.goto(await linkFor(host, organisation, moved.company.id))
  await phone.page
    .getByRole('heading', { name: moved.participant.split(' ')[0] ?? '' })
    .first()
    .waitFor()
  await phone.close()
  // The school reads the new company in the record, and both changes in its history.
  await school.goto(`/o/${own}/mobilities/${moved.mobility.id}`)
  await school.page.getByRole('region', { name: 'Placement' }).getByText(moved.company.name).first().waitFor()
  await school.close()
  // Those concerned were told of the loss by mail.
  await expect.poll(() => lastWithdrawal(host), { timeout: 30_000 }).not.toBe(toldBefore)
  await host.close()
})
