import { describe, expect, it } from 'vitest'
import { readRateLines, readRatesFile } from './rates-file.rules.ts'

const usd = { currency: 'USD', day: '2026-11-27', perEuro: 1.0867 }
const pln = { currency: 'PLN', day: '2026-11-27', perEuro: 4.2405 }

describe('files of the European Central Bank', () => {
  it('are read as XML, day by day', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><Cube><Cube time='2026-11-27'><Cube currency='USD' rate='1.0867'/>
<Cube currency="PLN" rate="4.2405"/></Cube><Cube time="2026-11-26"><Cube currency="USD" rate="1.09"/></Cube></Cube></gesmes:Envelope>`
    expect(readRatesFile(text)).toEqual([usd, pln, { ...usd, day: '2026-11-26', perEuro: 1.09 }])
  })
  it('are read as CSV, of one day or of many', () => {
    expect(readRatesFile('Date, USD, PLN, RUB, \n27 November 2026, 1.0867, 4.2405, N/A, \n')).toEqual([
      usd,
      pln,
    ])
    expect(readRatesFile('\ufeffDate,USD,PLN,\r\n2026-11-27,1.0867,4.2405,\r\n')).toEqual([usd, pln])
  })
  it.each(['', 'PK\u0003\u0004', 'name,amount\nAnna,3', '<html></html>', 'Date,USD\n2026-02-30,1.1'])(
    'are not %j',
    (text) => expect(readRatesFile(text)).toBeNull(),
  )
})

describe('typed rates', () => {
  it('are read line by line, and no line is lost', () => {
    expect(readRateLines('pln 2026-11-27 4,2405\n\nUSD; 2026-11-27; 1.0867\n')).toEqual({
      rates: [pln, usd],
      unread: [],
    })
    expect(readRateLines('PLN 2026-02-30 4,25\nzloty 4\nPLN 2026-11-27 1.234,5').unread).toEqual([
      { line: 1, text: 'PLN 2026-02-30 4,25' },
      { line: 2, text: 'zloty 4' },
      { line: 3, text: 'PLN 2026-11-27 1.234,5' },
    ])
  })
})
