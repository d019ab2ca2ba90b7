import { addDays, type Day } from '#shared/dates.ts'
import type { MemberActor } from '#server/actor.ts'
import type { Context } from '#server/context.ts'
import * as invoices from '#modules/orders/invoices.actions.ts'
import { answerQuotation } from '#modules/orders/order.actions.ts'
import { pricesContract } from '#modules/orders/prices.contract.ts'
import { addPrices, saveSettings } from '#modules/orders/prices.actions.ts'
import { beginQuotation, sendQuotation } from '#modules/orders/quotations.actions.ts'
import { askForPlaces } from '#modules/orders/requests.actions.ts'
import type { ServiceKey } from '#modules/orders/services.rules.ts'
import type { DemoFlow } from './flows.ts'
import type { Stage } from './stage.ts'

/** What a flow's order has come to, counted in days from today; null: the sender still waits for a quotation, or has one. */
interface DemoOrder {
  flow: string
  sender: DemoFlow['sender']
  asked: number
  step: 'asked' | 'quoted' | 'ordered' | 'advance' | 'invoiced' | 'paid'
  /** When the invoice went out, and when it was paid. */
  invoiced?: number
  paid?: number
  mostPeople?: number
  message?: string
}

const orders: DemoOrder[] = [
  { flow: 'Seville, spring A', sender: 'aurora', asked: -330, step: 'paid', invoiced: -180, paid: -158 },
  { flow: 'Seville, summer', sender: 'aurora', asked: -230, step: 'paid', invoiced: -66, paid: -40 },
  { flow: 'Séville automne', sender: 'moulin', asked: -180, step: 'invoiced', invoiced: -50 },
  { flow: 'Seville now', sender: 'aurora', asked: -150, step: 'advance', invoiced: -24 },
  { flow: 'Sevilla Gruppe 1', sender: 'lindenhof', asked: -140, step: 'ordered' },
  { flow: 'Seville, next departure', sender: 'aurora', asked: -110, step: 'ordered' },
  { flow: 'Sevilla Gruppe 2', sender: 'lindenhof', asked: -60, step: 'quoted' },
  {
    flow: 'Seville, spring B',
    sender: 'aurora',
    asked: -4,
    step: 'asked',
    mostPeople: 66,
    message: 'Ci servono alloggi vicini tra loro; quattro accompagnatori restano tutto il periodo.',
  },
  {
    flow: 'Séville printemps',
    sender: 'moulin',
    asked: -2,
    step: 'asked',
    message: 'Deux groupes de vingt si possible, avec un cours de langue la première semaine.',
  },
]

const wanted: ServiceKey[] = ['placement', 'accommodation', 'half-board', 'transfer', 'mentoring']

/** The trade between three senders and the host in Seville: prices, requests that wait, orders, invoices paid and not. */
export async function tradeOrders(stage: Stage): Promise<void> {
  const { today, organisations } = stage
  const host = organisations.hosts['puerta-sur'].actor
  if (!host) return
  await setPrices(stage.as(host, addDays(today, -360)))
  await nameSenders(stage)
  for (const one of orders) await trade(stage, one)
  await keepPlaces(stage, host)
}

const standard = { category: 'S', rate: 21, reason: null, reasonCode: null } as const
const reduced = { category: 'S', rate: 10, reason: null, reasonCode: null } as const
const exempt = {
  category: 'E',
  rate: 0,
  reason: 'Exento de IVA según indica el emisor (formación)',
  reasonCode: null,
} as const

/** The host's settings and prices: invented, as every host has its own. */
async function setPrices(context: Context): Promise<void> {
  await saveSettings(
    context,
    pricesContract.saveSettings.body.parse({
      party: {
        name: 'Puerta Sur Movilidad S.L.',
        street: 'Calle Feria 112',
        postcode: '41003',
        town: 'Sevilla',
        country: 'ES',
        vatId: 'ESB12345674',
        registration: 'Registro Mercantil de Sevilla, hoja SE-00001',
        contact: 'Rocío Domínguez',
        email: 'facturas@puerta-sur.example',
        phone: '+34 955 550 102',
      },
      holder: 'Puerta Sur Movilidad S.L.',
      iban: 'ES91 2100 0418 4502 0005 1332',
      bic: null,
      currency: 'EUR',
      vat: [
        { name: 'IVA general', ...standard },
        { name: 'IVA reducido', ...reduced },
        { name: 'Formación', ...exempt },
      ],
      invoiceFormat: 'PS-{year}-{number:4}',
      creditFormat: 'PSR-{year}-{number:4}',
      paymentDays: 30,
      validDays: 21,
      cancellation: {
        steps: [
          { days: 60, percent: 0 },
          { days: 30, percent: 30 },
          { days: 14, percent: 60 },
        ],
        late: 100,
        forceMajeure: 10,
        text: 'Force majeure: what had to be paid to others and does not come back, at most the share named.',
      },
      paymentTerms: '30 días desde la fecha de factura',
      note: null,
      version: 0,
    }),
  )
  const line = (service: ServiceKey, title: string, unit: string, price: number, vat: object, more = {}) => ({
    service,
    title,
    unit,
    price,
    vat,
    ...more,
  })
  const lines = [
    line('placement', 'Work placement found and agreed', 'person', 95, standard),
    line('mentoring', 'Mentor on site, 24 h emergency phone', 'person-week', 14, standard, { usual: true }),
    line('accommodation', 'Shared flat, room for two', 'person-night', 17.5, reduced),
    line('accommodation', 'Single room for accompanying persons', 'person-night', 29, reduced, {
      who: 'accompanying',
    }),
    line('half-board', 'Half board', 'person-night', 13.2, reduced),
    line('transfer', 'Coach from the airport and back', 'group', 640, reduced),
    line('local-transport', 'Monthly bus card', 'person', 35.3, reduced),
    line('language-course', 'Spanish course, 20 lessons', 'person', 110, exempt),
    line('culture', 'Cordoba in a day, with guide', 'person', 32, standard),
    line('certificates', 'Certificates and Europass', 'person', 6, standard, { usual: true }),
  ]
  const list = { currency: 'EUR', validFrom: context.now.toISOString().slice(0, 10) }
  await addPrices(context, pricesContract.add.body.parse({ ...list, name: 'Seville', lines }))
}

/** The schools say how they want to be written to. */
async function nameSenders(stage: Stage): Promise<void> {
  const { today, organisations } = stage
  const schools = {
    aurora: {
      name: 'Istituto Professionale Aurora',
      street: 'Via dei Mille 8',
      postcode: '37126',
      town: 'Verona',
      country: 'IT',
      registration: 'Codice fiscale 93000000238',
      email: 'amministrazione@aurora.example',
    },
    lindenhof: {
      name: 'Berufskolleg Lindenhof',
      street: 'Lindenstraße 4',
      postcode: '48143',
      town: 'Münster',
      country: 'DE',
      registration: 'Schulnummer 000001',
      email: 'erasmus@lindenhof.example',
    },
    moulin: {
      name: 'Lycée professionnel du Moulin',
      street: '3 rue du Moulin',
      postcode: '44000',
      town: 'Nantes',
      country: 'FR',
      registration: 'UAI 0440000A',
      email: 'mobilite@moulin.example',
    },
  }
  for (const [key, party] of Object.entries(schools)) {
    const context = stage.as(organisations.senders[key as DemoFlow['sender']], addDays(today, -358))
    const settings = pricesContract.saveSettings.body.parse({
      party,
      currency: 'EUR',
      vat: [],
      invoiceFormat: '{year}-{number:4}',
      creditFormat: 'CN-{year}-{number:4}',
      paymentDays: 30,
      validDays: 30,
      cancellation: { steps: [], late: 100 },
      version: 0,
    })
    await saveSettings(context, settings)
  }
}

/** A third group of a school that nobody is named for yet: the host has quoted and keeps the places until the option passes. */
async function keepPlaces(stage: Stage, host: MemberActor): Promise<void> {
  const { today, organisations } = stage
  const hostId = organisations.hosts['puerta-sur'].id
  const asked = await askForPlaces(stage.as(organisations.senders.lindenhof, addDays(today, -8)), {
    partnerId: hostId,
    side: 'sender',
    title: 'Sevilla Gruppe 3',
    flowId: null,
    people: 24,
    mostPeople: null,
    accompanying: 2,
    startsOn: addDays(today, 45),
    endsOn: addDays(today, 72),
    fields: [],
    services: wanted,
    message: null,
    buyer: null,
  })
  const quoting = stage.as(host, addDays(today, -6))
  const begun = await beginQuotation(quoting, asked.id, { from: 'prices', priceList: null })
  const draft = begun.quotations[0]
  if (draft) await sendQuotation(quoting, draft.id, draft.version)
}

async function trade(stage: Stage, order: DemoOrder): Promise<void> {
  const { today, organisations } = stage
  const host = organisations.hosts['puerta-sur']
  const sender = organisations.senders[order.sender]
  if (!host.actor) return
  const at = (days: number): Day => addDays(today, days)
  const { db } = stage.as(sender, today)
  const flow = await db
    .selectFrom('flow')
    .select(['id', 'name', 'start_date', 'end_date'])
    .where('organisation_id', '=', sender.organisationId)
    .where('name', '=', order.flow)
    .executeTakeFirst()
  if (!flow?.start_date || !flow.end_date) return
  const { count } = await db
    .selectFrom('mobility')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('flow_id', '=', flow.id)
    .where('status', 'not in', ['withdrawn', 'cancelled', 'force-majeure'])
    .executeTakeFirstOrThrow()
  const asked = await askForPlaces(stage.as(sender, at(order.asked)), {
    partnerId: host.id,
    side: 'sender',
    title: flow.name,
    flowId: flow.id,
    people: Math.max(1, Number(count)),
    mostPeople: order.mostPeople ?? null,
    accompanying: Math.ceil(Number(count) / 20),
    startsOn: flow.start_date,
    endsOn: flow.end_date,
    fields: [],
    services: order.flow === 'Séville printemps' ? [...wanted, 'language-course'] : wanted,
    message: order.message ?? null,
    buyer: null,
  })
  if (order.step === 'asked') return
  const quoted = order.step === 'quoted' ? -5 : order.asked + 3
  const answering = stage.as(host.actor, at(quoted))
  const draft = (await beginQuotation(answering, asked.id, { from: 'prices', priceList: null })).quotations[0]
  if (!draft) return
  const sent = (await sendQuotation(answering, draft.id, draft.version)).quotations[0]
  if (order.step === 'quoted' || !sent) return
  const ordered = await answerQuotation(stage.as(sender, at(quoted + 9)), sent.id, {
    to: 'accepted',
    reason: null,
    version: sent.version,
  })
  if (!ordered.whole || order.invoiced === undefined) return
  const selling = stage.as(host.actor, at(order.invoiced))
  const percent = order.step === 'advance' ? 40 : null
  const begun = (await invoices.draftInvoice(selling, ordered.whole.id, percent)).invoices[0]
  if (!begun) return
  await invoices.issueInvoice(selling, begun.id, begun.version)
  if (order.paid === undefined) return
  const paidOn = at(order.paid)
  const amount = begun.totals.gross
  await invoices.receivePayment(stage.as(host.actor, paidOn), begun.id, { paidOn, amount, note: null })
}
