import { describe, expect, it } from 'vitest'
import { matchPartners, type AskedPartner, type KnownPartner } from './match-partners.rules.ts'

const asked = (plainName: string, more: Partial<AskedPartner> = {}): AskedPartner => ({
  plainName,
  plainTown: null,
  country: null,
  oid: null,
  erasmusCode: null,
  ...more,
})
const known = (id: string, plainName: string, more: Partial<AskedPartner> = {}): KnownPartner => ({
  id,
  ...asked(plainName, more),
})

describe('the partner that a row means', () => {
  const there = [
    known('oid', 'instituto del mar', { oid: 'E10000001', country: 'ES', plainTown: 'cadiz' }),
    known('code', 'iti marconi', { erasmusCode: 'I VERONA12', country: 'IT' }),
    known('rome', 'panificio rossi', { country: 'IT', plainTown: 'roma' }),
    known('milan', 'panificio rossi', { country: 'IT', plainTown: 'milano' }),
  ]
  const place = (partner: AskedPartner) => matchPartners([partner], there)[0]

  it('is found by OID before anything else', () => {
    expect(place(asked('another name', { oid: 'e 1000 0001' }))).toEqual({ known: 'oid', by: 'oid' })
  })

  it('is found by Erasmus code unless the OIDs differ', () => {
    expect(place(asked('marconi', { erasmusCode: 'i  verona12' }))).toEqual({
      known: 'code',
      by: 'erasmus-code',
    })
  })

  it('is found by name when country and town agree or are not told', () => {
    expect(place(asked('instituto del mar'))).toEqual({ known: 'oid', by: 'name' })
    expect(place(asked('panificio rossi', { country: 'IT', plainTown: 'roma' }))).toEqual({
      known: 'rome',
      by: 'name',
    })
    expect(place(asked('instituto del mar', { country: 'PT' }))).toEqual({ fresh: 0 })
  })

  it('is new rather than guessed between two, or against its number', () => {
    expect(place(asked('panificio rossi'))).toEqual({ fresh: 0 })
    expect(place(asked('instituto del mar', { oid: 'E10000002' }))).toEqual({ fresh: 0 })
  })

  it('is one new partner for all rows that mean it', () => {
    const rows = [
      asked('casa nova', { country: 'ES' }),
      asked('casa nova', { country: 'ES', oid: 'E10000009' }),
      asked('nova house', { oid: 'E10000009' }),
      asked('casa nova', { country: 'PT' }),
    ]
    expect(matchPartners(rows, there)).toEqual([{ fresh: 0 }, { fresh: 0 }, { fresh: 0 }, { fresh: 1 }])
  })
})
