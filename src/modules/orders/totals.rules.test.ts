import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invoiceMistakes, sumMistakes } from './invoice-document.rules.ts'
import { numberOf, whyNotFormat } from './numbering.rules.ts'
import { perPerson, quantityOf, refit, type ServiceLine } from './services.rules.ts'
import { cents, lineNet, totalsOf, type PricedLine } from './totals.rules.ts'
import { isVatId, plainVatId, whyNotVat } from './vat.rules.ts'

const amount = fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 100)
const quantity = fc.integer({ min: 1, max: 500_000 }).map((n) => n / 100)
const vat = fc.oneof(
  fc.integer({ min: 1, max: 3000 }).map((n) => ({ category: 'S' as const, rate: n / 100 })),
  fc.constant({ category: 'Z' as const, rate: 0 }),
  fc.constantFrom('course', 'welfare').map((reason) => ({ category: 'E' as const, rate: 0, reason })),
  fc.constant({ category: 'AE' as const, rate: 0, reason: 'Reverse charge' }),
)
const line: fc.Arbitrary<PricedLine> = fc.record({
  title: fc.constant('Bed'),
  quantity,
  price: amount,
  vat,
})
const lines = fc.array(line, { minLength: 1, maxLength: 20 })

describe('sums', () => {
  it('round each line and then VAT once per kind', () => {
    const totals = totalsOf([
      { title: 'a', quantity: 3.33, price: 1.15, vat: { category: 'S', rate: 21 } },
      { title: 'b', quantity: 1, price: 0.05, vat: { category: 'S', rate: 21 } },
      { title: 'c', quantity: 60, price: 12.35, vat: { category: 'E', rate: 0, reason: 'course' } },
    ])
    // 3.8295 → 3.83; 3.83 + 0.05 = 3.88; 21 % of it 0.8148 → 0.81.
    expect(totals).toMatchObject({ net: 744.88, vat: 0.81, gross: 745.69 })
    expect(totals.groups.map(({ net, vat: tax }) => [net, tax])).toEqual([
      [3.88, 0.81],
      [741, 0],
    ])
  })

  it('are those of the lines, and their parts (EN 16931: BR-CO-10, -13, -14, -15, -17)', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const totals = totalsOf(given)
        expect(sumMistakes(given, totals)).toEqual([])
        expect(cents(totals.net)).toBe(given.reduce((sum, one) => sum + cents(lineNet(one)), 0))
      }),
    )
  })
})

describe('kinds of tax', () => {
  it('need a rate, or a reason', () => {
    expect(whyNotVat({ category: 'S', rate: 0 })).toBe('rate-needed')
    expect(whyNotVat({ category: 'E', rate: 21, reason: 'x' })).toBe('rate-zero')
    expect(whyNotVat({ category: 'AE', rate: 0 })).toBe('reason-needed')
    expect(whyNotVat({ category: 'O', rate: 0, reason: 'school' })).toBeNull()
    expect(whyNotVat({ category: 'Z', rate: 0 })).toBeNull()
  })
  it('and numbers that begin with a country', () => {
    expect(plainVatId('es b-12.345 674')).toBe('ESB12345674')
    expect([isVatId('ESB12345674'), isVatId('12345'), isVatId('ES')]).toEqual([true, false, false])
  })
})

describe('quantities', () => {
  const trip = { people: 60, accompanying: 3, startsOn: '2027-03-01', endsOn: '2027-03-27' }
  const bed: ServiceLine = {
    service: 'accommodation',
    title: 'Bed',
    unit: 'person-night',
    who: 'everybody',
    quantity: 63 * 26,
    price: 17.5,
    vat: { category: 'S', rate: 10 },
  }
  it('follow from the group', () => {
    expect(quantityOf('person', 'participants', trip)).toBe(60)
    expect(quantityOf('person-night', 'everybody', trip)).toBe(63 * 26)
    expect(quantityOf('person-week', 'accompanying', trip)).toBe(12)
    expect(quantityOf('group', 'participants', trip)).toBe(1)
  })
  it('follow when more come, also those changed by hand', () => {
    const [more] = refit([bed], trip, { ...trip, people: 66 })
    expect(more?.quantity).toBe(69 * 26)
    const [half] = refit([{ ...bed, quantity: (63 * 26) / 2 }], trip, { ...trip, people: 66 })
    expect(half?.quantity).toBe((69 * 26) / 2)
  })
  it('say what one participant costs', () => {
    const coach: ServiceLine = {
      ...bed,
      unit: 'group',
      quantity: 1,
      price: 600,
      vat: { category: 'Z', rate: 0 },
    }
    expect(perPerson([coach], trip, 60)).toBe(10)
    expect(perPerson([coach], trip, 66)).toBe(9.09)
  })
})

describe('numbers of invoices', () => {
  it('need the year and one number', () => {
    expect(whyNotFormat('R-{year}-{number:4}')).toBeNull()
    expect(whyNotFormat('R{yy}{number}')).toBeNull()
    expect(whyNotFormat('R-{number}')).toBe('no-year')
    expect(whyNotFormat('R-{year}')).toBe('no-number')
    expect(whyNotFormat('{year}{number}{number}')).toBe('no-number')
    expect(whyNotFormat('{year}-{number}-{x}')).toBe('no-form')
  })
  it('are written as the format says, and never alike in one year', () => {
    expect(numberOf('R-{year}-{number:4}', 2027, 12)).toBe('R-2027-0012')
    expect(numberOf('{yy}/{number}', 2027, 12)).toBe('27/12')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 2, maxLength: 9 }),
        (some) => {
          expect(new Set(some.map((n) => numberOf('R{year}-{number:3}', 2027, n))).size).toBe(some.length)
        },
      ),
    )
  })
})

describe('an invoice', () => {
  const party = {
    name: 'Host',
    street: 'Calle Feria 1',
    postcode: null,
    town: 'Sevilla',
    country: 'ES',
    vatId: 'ESB12345674',
    taxNumber: null,
    registration: null,
    contact: null,
    email: null,
    phone: null,
  }
  const whole = {
    kind: 'invoice' as const,
    dueOn: '2027-04-01',
    currency: 'EUR',
    seller: party,
    buyer: { ...party, name: 'School', country: 'IT', vatId: null },
    lines: [{ title: 'Bed', quantity: 1, price: 10, vat: { category: 'S' as const, rate: 10 } }],
    startsOn: null,
    endsOn: null,
    reference: null,
    paymentTerms: null,
    note: null,
    payment: { holder: null, iban: null, bic: null },
    credits: null,
  }
  const vatLine = (category: 'AE' | 'O' | 'E') => ({
    title: 'x',
    quantity: 1,
    price: 1,
    vat: { category, rate: 0, reason: 'y' },
  })
  const rules = (change: Partial<Parameters<typeof invoiceMistakes>[0]>): string[] =>
    invoiceMistakes({ ...whole, ...change }).map(({ rule, field }) => `${rule} ${field}`)

  it('that is whole has nothing against it', () => expect(rules({})).toEqual([]))
  it.each([
    ['BR-06 seller.name', { seller: { ...party, name: '' } }],
    ['BR-07 buyer.name', { buyer: { ...party, name: '' } }],
    ['BR-09 seller.country', { seller: { ...party, country: null } }],
    ['BR-11 buyer.country', { buyer: { ...party, country: null } }],
    ['BR-08 seller.town', { seller: { ...party, town: null, street: null } }],
    ['BR-16 lines', { lines: [] }],
    ['BR-CO-26 seller.vatId', { seller: { ...party, vatId: null, taxNumber: '1' } }],
    ['BR-S-02 seller.taxNumber', { seller: { ...party, vatId: null, registration: 'HRB 1' } }],
    ['BR-AE-02 buyer.vatId', { lines: [vatLine('AE')] }],
    ['BR-O-11 lines', { lines: [vatLine('O'), vatLine('E')] }],
    ['BR-CO-26 seller.registration', { lines: [vatLine('O')] }],
    ['BR-CO-25 dueOn', { dueOn: null }],
    ['BR-50 payment.iban', { payment: { holder: null, iban: 'ES00', bic: null } }],
    ['BR-55 credits', { kind: 'credit-note' as const }],
    ['BR-22 lines.0.quantity', { lines: [{ ...vatLine('E'), quantity: 0 }] }],
    ['BR-27 lines.0.price', { lines: [{ ...vatLine('E'), price: -1 }] }],
    ['BR-E-10 lines.0.vat', { lines: [{ ...vatLine('E'), vat: { category: 'E' as const, rate: 0 } }] }],
  ])('is told %s', (rule, change) => expect(rules(change)).toContain(rule))
})
