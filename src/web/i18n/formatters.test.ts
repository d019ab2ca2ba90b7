import { afterEach, describe, expect, it, vi } from 'vitest'
import { formatOf } from './formatters.ts'

// Which spaces stand around a dash differs between versions of ICU.
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').replaceAll(/\s*–\s*/g, '–')

describe('dates', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('stay the same day in every time zone', () => {
    for (const zone of ['Pacific/Honolulu', 'Europe/Rome', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone)
      expect(formatOf('en').date('2027-05-04')).toBe('4 May 2027')
    }
  })

  it('follow the language', () => {
    expect(formatOf('en').date('2027-05-04', 'long')).toBe('4 May 2027')
    expect(formatOf('de').date('2027-05-04', 'long')).toBe('4. Mai 2027')
    expect(formatOf('it').date('2027-05-04', 'long')).toBe('4 maggio 2027')
  })

  it('name a month only once in a range', () => {
    expect(plain(formatOf('en').dateRange('2027-05-04', '2027-05-29'))).toBe('4–29 May 2027')
    expect(plain(formatOf('en').dateRange('2027-05-04', '2027-05-04'))).toBe('4 May 2027')
  })

  it('say how far away a day is', () => {
    expect(formatOf('en').relativeDays(12)).toBe('in 12 days')
    expect(formatOf('en').relativeDays(-1)).toBe('yesterday')
    expect(formatOf('es').relativeDays(12)).toBe('dentro de 12 días')
  })

  it('show a moment in the zone asked for', () => {
    expect(formatOf('en').dateTime('2027-05-04T22:30:00Z', 'Europe/Madrid')).toBe('5 May 2027, 00:30')
  })
})

describe('numbers and names', () => {
  it('write money as the language does', () => {
    expect(plain(formatOf('de').money(1234.5))).toBe('1.234,50 €')
    expect(formatOf('en').money(1234.5)).toBe('€1,234.50')
    expect(formatOf('en').number(1240)).toBe('1,240')
  })

  it('know countries by ISO and by the programme’s codes', () => {
    expect(formatOf('en').country('ES')).toBe('Spain')
    expect(formatOf('en').country('EL')).toBe('Greece')
    expect(formatOf('fr').country('UK')).toBe('Royaume-Uni')
    expect(formatOf('en').country('nonsense')).toBe('nonsense')
  })

  it('name languages and lists', () => {
    expect(formatOf('en').language('it')).toBe('Italian')
    expect(formatOf('en').list(['Anna', 'Luca', 'Sofia'])).toBe('Anna, Luca and Sofia')
  })
})
