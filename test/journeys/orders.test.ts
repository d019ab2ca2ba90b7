import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJourney, type Journey, type Walk } from '../support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney({ demo: true })
})
afterAll(() => journey.stop())

/** Opens the orders of whoever has signed in. */
async function orders(walk: Walk): Promise<string> {
  const organisations = await (await walk.context.request.get('/api/v1/organisations')).json()
  const address = `/o/${organisations.items[0].id}/orders`
  await walk.goto(address)
  return address
}

async function saved(walk: Walk, button: string): Promise<string> {
  const [download] = await Promise.all([
    walk.page.waitForEvent('download'),
    walk.page.getByRole('link', { name: button }).first().click(),
  ])
  return readFileSync(await download.path(), 'latin1')
}

it('a host quotes in two presses, the sender orders, the host invoices and is paid', async () => {
  const host = await journey.open()
  await host.signIn('hosting@softmob.example')
  await orders(host)
  await host.page.getByRole('link', { name: 'Seville, spring B' }).click()
  await host.page.getByRole('heading', { level: 1, name: /Seville, spring B/ }).waitFor()
  await host.page.getByRole('button', { name: 'Quote from the price list' }).click()
  await host.page.getByRole('form', { name: 'Quotation, draft' }).waitFor()
  await host.accessible('a quotation that is being written')
  await host.page.getByRole('button', { name: 'Send the quotation' }).click()
  await host.page.getByText('waits for an answer').waitFor()
  await host.accessible('a quotation that is out')

  const sender = await journey.open()
  await sender.signIn('sending@softmob.example')
  const address = await orders(sender)
  await sender.page.getByRole('button', { name: 'Ask for places' }).first().click()
  await sender.page.getByRole('dialog').waitFor()
  await sender.accessible('asking for places')
  await sender.page.keyboard.press('Escape')
  await sender.goto(`${address}?tab=quoted`)
  await sender.page.getByRole('link', { name: 'Seville, spring B' }).click()
  await sender.page.getByRole('button', { name: 'Order', exact: true }).click()
  const order = sender.page.getByRole('dialog')
  await order.getByText(/If you cancel/).waitFor()
  await sender.accessible('ordering')
  await order.getByRole('button', { name: 'Order', exact: true }).click()
  await sender.page.getByText(/Cancelling today costs/).waitFor()
  await sender.page.getByRole('button', { name: 'Cancel the order' }).click()
  await sender.page.getByRole('dialog').waitFor()
  await sender.accessible('cancelling an order')
  await sender.close()

  await host.page.reload()
  await host.page.getByRole('button', { name: 'Write the invoice' }).click()
  await host.page.getByRole('form', { name: 'Invoice, draft' }).waitFor()
  await host.accessible('an invoice that is being written')
  await host.page.getByRole('button', { name: /^Issue as PS-/ }).click()
  const invoice = host.page.getByRole('article', { name: /^Invoice PS-/ })
  await invoice.getByRole('button', { name: 'Payment came in' }).waitFor()
  expect(await saved(host, 'PDF')).toMatch(/^%PDF-/)
  expect(await saved(host, 'E-invoice (XML)')).toContain('urn:cen.eu:en16931:2017')
  await invoice.getByRole('button', { name: 'Payment came in' }).click()
  const received = host.page.getByRole('dialog')
  await received.getByLabel('Came in on').waitFor()
  await host.accessible('writing down a payment')
  await received.getByRole('button', { name: 'Save' }).click()
  await invoice.getByText('paid', { exact: true }).waitFor()
  await host.accessible('a paid invoice')
  await host.close()
})

it('a host keeps its prices and reminds of what is overdue', async () => {
  const walk = await journey.open()
  const { page } = walk
  await walk.signIn('hosting@softmob.example')
  const address = await orders(walk)
  await walk.goto(`${address}?tab=overdue`)
  await page.getByRole('link', { name: /^PS-/ }).click()
  await page.getByRole('button', { name: 'Remind' }).click()
  await page.getByText(/reminded on/).waitFor()
  await walk.goto(address.replace('/orders', '/price-lists'))
  await page.getByRole('button', { name: 'Copy this list' }).click()
  await page.getByLabel('Name of the list').fill('Seville, for Aurora')
  await walk.accessible('copying a price list')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: /Seville, for Aurora/ }).waitFor()
  await walk.close()
})
