import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedIban, plainIban, whyNotIban } from './account.rules.ts'
import { plain, sepaXml } from './sepa.rules.ts'

const debtor = { holder: 'Istituto Aurora', iban: 'IT60X0542811101000000123456', bic: null }
const transfer = {
  id: 'SM-1-1',
  holder: 'Zoë Müller & Söhne <x>',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  amount: 1426.4,
  text: 'Erasmus+ 1',
}

describe('a SEPA file', () => {
  it('counts and adds up its transfers, and names both banks', () => {
    const xml = sepaXml({
      messageId: 'SOFTMOB-7',
      createdAt: new Date('2027-04-20T09:00:00Z'),
      executionDate: '2027-04-26',
      debtor,
      transfers: [
        transfer,
        { ...transfer, id: 'SM-1-2', bic: null, amount: 0.1 },
        { ...transfer, id: 'SM-1-3', amount: 0.2 },
      ],
    })
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
    expect(xml.match(/<NbOfTxs>3<\/NbOfTxs>/g)).toHaveLength(2)
    expect(xml.match(/<CtrlSum>1426.70<\/CtrlSum>/g)).toHaveLength(2)
    expect(xml).toContain('<Othr><Id>NOTPROVIDED</Id></Othr>')
    expect(xml).toContain('<BICFI>COBADEFFXXX</BICFI>')
    expect(xml).toContain('<InstdAmt Ccy="EUR">1426.40</InstdAmt>')
    expect(xml).toContain('<Nm>Zoe Muller Sohne x</Nm>')
    expect(xml).not.toMatch(/&|Müller/)
  })
  it('writes nothing that a bank refuses, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = plain(text, 35)
        expect(written).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{1,35}$/)
        expect(written.trim()).toBe(written)
        expect(written).not.toContain('//')
      }),
    )
  })
})

describe('an IBAN', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00', null],
    ['de89370400440532013000', null],
    ['DE89370400440532013001', 'checksum'],
    ['DE8937040044053201300', 'length'],
    ['XX89370400440532013000', 'country'],
    ['ES9121000418450200051332', null],
    ['', 'form'],
    ['AE070331234567890123456', 'outside-sepa'],
  ])('%s: %s', (typed, mistake) => expect(whyNotIban(plainIban(typed).toUpperCase())).toBe(mistake))
  it('is shown by its ends only', () => expect(maskedIban('DE89370400440532013000')).toBe('DE·· ···· 3000'))
})
