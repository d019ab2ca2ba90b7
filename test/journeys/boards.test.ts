import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** The address of the first organisation of whoever has signed in. */
async function homeOf(walk: Walk): Promise<string> {
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  return `/o/${organisations.items[0].id}`
}

it.each([false, true])('a host walks through the week with the keyboard (dark: %s)', async (dark) => {
  const walk = await journey.open({ dark })
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const home = await homeOf(walk)
  await walk.goto(home)
  await page.getByRole('link', { name: 'Week', exact: true }).click()
  await page.locator('[data-bar]').first().waitFor()
  await walk.accessible('the week')

  // One bar is a stop of the tab key; arrows go on from it and do not turn the week.
  const monday = await page.getByLabel('Week of').inputValue()
  await page.locator('[data-bar][tabindex="0"]').focus()
  const first = await page.evaluate(() => document.activeElement?.getAttribute('data-bar'))
  await page.keyboard.press('ArrowDown')
  const second = await page.evaluate(() => document.activeElement?.getAttribute('data-bar'))
  expect(second).not.toBe(first)
  expect(await page.getByLabel('Week of').inputValue()).toBe(monday)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByRole('link', { name: 'Open the record' }).waitFor()
  await walk.accessible('somebody on the board')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByLabel('Week of').inputValue()).not.toBe(monday)
  await page.getByRole('button', { name: 'This week' }).click()
  await page.getByText('8 weeks', { exact: true }).click()
  await page.waitForURL(/span=weeks/)
  await page.getByLabel('Sender', { exact: true }).selectOption({ label: 'Berufskolleg Lindenhof' })
  await page.waitForURL(/sender=/)
  await page.locator('[data-bar]').first().waitFor()
  await walk.accessible('eight weeks of one sender')

  await page.getByRole('button', { name: /^every \d+ days$/ }).click()
  await panel.getByLabel('Days between two visits').fill('45')
  await walk.accessible('how often companies are visited')
  await panel.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'every 45 days' }).waitFor()
  await walk.close()
})

it('the week is printed whole: no row is left out, nothing is cut off', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const home = await homeOf(walk)
  await walk.goto(`${home}/week`)
  await page.locator('[data-bar]').first().waitFor()
  const organisation = home.split('/').at(-1)
  const board = await (
    await walk.context.request.get(`/api/v1/organisations/${organisation}/week-board?limit=1000`)
  ).json()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1047, height: 718 })
  await page
    .locator('[data-row]')
    .nth(board.total - 1)
    .waitFor()
  expect(await page.locator('[data-row]').count()).toBe(board.total)
  expect(await page.locator('[data-bar]').count()).toBe(
    board.items.reduce((sum: number, row: { bars: unknown[] }) => sum + row.bars.length, 0),
  )
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('[data-row]')].some(
      (row) =>
        row.scrollHeight > row.clientHeight + 1 || row.getBoundingClientRect().right > window.innerWidth + 1,
    ),
  )
  expect(cut).toBe(false)
  await walk.close()
})

it('flows stand on a timeline, and lead to themselves', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const home = await homeOf(walk)
  await walk.goto(`${home}/timeline`)
  await page.getByRole('link', { name: /^Seville now,/ }).waitFor()
  await walk.accessible('the timeline')
  await page.getByText('Quarter', { exact: true }).click()
  await page.waitForURL(/zoom=quarter/)
  await page.getByText('As a table').click()
  await page.getByRole('columnheader', { name: 'People' }).waitFor()
  await walk.accessible('the timeline of a quarter with its table')
  await page.getByRole('link', { name: /^Seville now,/ }).click()
  await page.getByRole('heading', { name: 'Seville now' }).waitFor()
  await walk.close()
})

it('a sender finds its people on the map, and the same in the list', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('sending@softmob.example')
  const home = await homeOf(walk)
  await walk.goto(`${home}/map`)
  const sign = page.getByRole('button', { name: /^Sevilla: / })
  await sign.waitFor()
  await walk.accessible('the map')
  const before = await sign.boundingBox()
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await sign.boundingBox())?.y).not.toBe(before?.y)
  await page.keyboard.press('0')
  await expect.poll(async () => (await sign.boundingBox())?.y).toBe(before?.y)
  await page.getByRole('button', { name: 'Sevilla', exact: true }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('heading', { name: /People/ }).waitFor()
  await walk.accessible('a town')
  await panel.getByRole('listitem').getByRole('link').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Companies' }).click()
  await page.waitForURL(/without=companies/)
  await walk.close()
})

it('a host sees what is kept by options, and the sender wears one sign on both boards', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const home = await homeOf(walk)
  const requests = `/api/v1${home.replace('/o/', '/organisations/')}/requests?limit=100&step=quoted`
  const { items } = await (await walk.context.request.get(requests)).json()
  const option = items.find(({ title }: { title: string }) => title === 'Sevilla Gruppe 3')
  await walk.goto(`${home}/week?from=${option.startsOn}`)
  await page.getByRole('rowheader', { name: 'Kept for senders' }).waitFor()
  await page.getByText('+24').first().waitFor()
  await walk.accessible('a week with options', { bothSchemes: true })
  await page
    .getByRole('link', { name: /Sevilla Gruppe 3/ })
    .first()
    .click()
  await page.getByRole('heading', { name: /Sevilla Gruppe 3/ }).waitFor()

  const sign = async (path: string): Promise<string | null> => {
    await walk.goto(`${home}${path}`)
    const legend = page.getByRole('listitem').filter({ hasText: 'Berufskolleg Lindenhof' }).first()
    return legend.locator('[data-tone]').textContent()
  }
  expect(await sign('/stays/board')).toBe(await sign('/week'))
  await walk.close()
})
