import { ordersContract } from '#modules/orders/orders.contract.ts'
import { insertReceipt, insertInvoice } from '#modules/orders/invoices.store.ts'
import { partyFrom } from '#modules/orders/party.rules.ts'
import { insertPrices } from '#modules/orders/prices.store.ts'
import { insertOrder, insertQuotation, moveQuotation } from '#modules/orders/quotations.store.ts'
import { insertRequest } from '#modules/orders/requests.store.ts'
import { totalsOf } from '#modules/orders/totals.rules.ts'
import { usualTerms } from '#modules/orders/cancellation.rules.ts'
import type { World } from './world.ts'

/** A request with all that can follow from it, in which the sender of the shared record hosts for somebody else. */
export function orderThings(
  world: World,
  hostId: string,
  senderId: string,
  word: string,
): Promise<Record<string, string>> {
  return world.asSystem(async ({ db, now }) => {
    const party = {
      ...partyFrom({ name: word, address: word, town: word, country: 'IT', email: null, phone: null }),
      vatId: 'IT12345678901',
    }
    const line = ordersContract.editQuotation.body.shape.lines.element.parse({
      service: 'accommodation',
      title: word,
      unit: 'person',
      quantity: 2,
      price: 50,
      vat: { category: 'S', rate: 22 },
    })
    const trip = { people: 2, accompanying: 0, startsOn: '2027-05-04', endsOn: '2027-05-29' }
    const sides = { senderId, hostId }
    const request = await insertRequest(
      db,
      {
        ...trip,
        ...sides,
        title: word,
        flowId: null,
        mostPeople: null,
        fields: [],
        services: [],
        message: word,
        buyer: party,
        writtenBy: hostId,
        by: word,
      },
      now,
    )
    const totals = totalsOf([line])
    const quotation = await insertQuotation(
      db,
      {
        ...trip,
        ...sides,
        requestId: request,
        writtenBy: hostId,
        currency: 'EUR',
        validUntil: '2027-04-01',
        optionUntil: null,
        lines: [line],
        cancellation: usualTerms,
        letter: word,
        note: null,
        totals,
      },
      now,
    )
    await moveQuotation(db, quotation, { state: 'accepted' }, now)
    const order = await insertOrder(
      db,
      { ...sides, requestId: request, quotationId: quotation, flowId: null, day: '2027-03-01', by: word },
      now,
    )
    const invoice = await insertInvoice(
      db,
      {
        ...sides,
        kind: 'invoice',
        orderId: order,
        requestId: request,
        creditsId: null,
        currency: 'EUR',
        seller: party,
        buyer: party,
        payment: { holder: null, iban: null, bic: null },
        lines: [line],
        startsOn: null,
        endsOn: null,
        reference: word,
        paymentDays: 30,
        paymentTerms: null,
        note: null,
        totals,
      },
      now,
    )
    const receipt = await insertReceipt(
      db,
      { id: invoice, ...sides },
      { paidOn: '2027-03-01', amount: 1, note: word, by: word },
      now,
    )
    const priceList = await insertPrices(
      db,
      hostId,
      { name: word, senderId: null, currency: 'EUR', validFrom: '2027-01-01', validUntil: null, lines: [] },
      now,
    )
    return { request, quotation, order, invoice, receipt, priceList }
  })
}
