import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDateStyle, readDate, readDateColumn } from './dates-in-cells.rules.ts'

const today = '2026-11-23'
const read = (text: string) => readDate(text, 'day-first', today)

describe('one date', () => {
  // prettier-ignore
  it.each([
    '2026-05-04', '2026-5-4', '2026/05/04', '2026.05.04', '20260504', '2026-05-04T00:00:00Z', '2026-05-04 08:30', '04.05.2026', '4.5.2026', '4. 5. 2026',
    '04/05/2026', '4/5/26', '04-05-26', '04.05.26', '04/05/2026 00:00:00', '46146', '46146.5', '4 May 2026', 'May 4, 2026', '4-May-26', 'Mon 4 May 2026', '4th May 2026',
    '4 maggio 2026', 'lunedì 4 maggio 2026', '4 mag 2026', '4 de mayo de 2026', '4 mayo 2026', '4. Mai 2026', 'Montag, 4. Mai 2026', '4 mai 2026', 'le 4 mai 2026', '2026 May 4',
  ])('%s is 4 May 2026', (text) => {
    expect(read(text)).toEqual({ date: '2026-05-04' })
  })

  it.each([
    ['1er mars 2011', { date: '2011-03-01' }],
    ['1º marzo 2011', { date: '2011-03-01' }],
    ['12. Jänner 2011', { date: '2011-01-12' }],
    ['9 août 2011', { date: '2011-08-09' }],
    ['9. März 2011', { date: '2011-03-09' }],
    ['martes 9 feb 2011', { date: '2011-02-09' }],
    ['29.02.2024', { date: '2024-02-29' }],
    ['13/12/2026', { date: '2026-12-13' }],
    ['12/13/2026', { date: '2026-12-13' }],
    ['7.5.08', { date: '2008-05-07' }],
    ['7.5.98', { date: '1998-05-07' }],
    ['7.5.36', { date: '2036-05-07' }],
    ['7.5.37', { date: '1937-05-07' }],
    ['03-2011', { month: '2011-03' }],
    ['3/2011', { month: '2011-03' }],
    ['2011-03', { month: '2011-03' }],
    ['mars 2011', { month: '2011-03' }],
    ['marzo de 2011', { month: '2011-03' }],
    ['29.02.2025', { problem: 'date-does-not-exist' }],
    ['31.04.2026', { problem: 'date-does-not-exist' }],
    ['13-2011', { problem: 'date-does-not-exist' }],
    ['2011', { problem: 'date-year-only' }],
    ['01.01.1066', { problem: 'date-out-of-range' }],
    ['soon', { problem: 'date-unreadable' }],
    ['4', { problem: 'date-unreadable' }],
    ['Rossi 2011 12', { problem: 'date-unreadable' }],
    ['', { problem: 'date-unreadable' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('a column of dates', () => {
  it.each([
    [['04/05/2026', '25/05/2026'], { order: 'day-first', certainty: 'proven', ambiguous: 0 }],
    [['04/05/2026', '05/25/2026'], { order: 'month-first', certainty: 'proven', ambiguous: 0 }],
    [['04/05/2026', '06/06/2026'], { order: 'day-first', certainty: 'ambiguous', ambiguous: 1 }],
    [['04.05.2026', '06-05-2026', '4 May 2026'], { order: 'day-first', certainty: 'usual', ambiguous: 0 }],
    [
      ['25/05/2026', '26/05/2026', '05/25/2026', '04/05/2026'],
      { order: 'day-first', certainty: 'mixed', ambiguous: 1 },
    ],
    [['2026-05-04', '', 'x'], { order: 'day-first', certainty: 'usual', ambiguous: 0 }],
  ])('%j', (values, style) => {
    expect(decideDateStyle(values)).toEqual(style)
  })

  it('reads month first once a value proves it', () => {
    expect(readDateColumn(['04/05/2026', '05/25/2026'], today).dates).toEqual([
      { date: '2026-04-05' },
      { date: '2026-05-25' },
    ])
  })

  const day = fc
    .date({ min: new Date('1940-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const parts = (iso: string) => iso.split('-') as [string, string, string]
  const styles: Record<string, (iso: string) => string> = {
    iso: (iso) => iso,
    points: (iso) => parts(iso).toReversed().join('.'),
    slashes: (iso) => parts(iso).map(Number).toReversed().join('/'),
    hyphens: (iso) =>
      parts(iso)
        .toReversed()
        .join('-')
        .replace(/-(?:19|20)(\d\d)$/, '-$1'),
    serial: (iso) => String(Date.parse(iso) / 86_400_000 + 25_569),
    ...Object.fromEntries(
      ['en', 'it', 'es', 'de', 'fr'].flatMap((language) =>
        (['long', 'medium'] as const).map((dateStyle) => [
          `${language}-${dateStyle}`,
          (iso: string) =>
            new Intl.DateTimeFormat(language, {
              dateStyle: dateStyle === 'medium' && language !== 'en' ? 'long' : dateStyle,
              timeZone: 'UTC',
            }).format(Date.parse(iso)),
        ]),
      ),
    ),
  }

  it.each(Object.keys(styles))('comes back from style %s', (style) => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), (days) => {
        // Two-digit years reach back ninety years.
        const written = days.map((iso) => styles[style]?.(iso) ?? '')
        expect(readDateColumn(written, today).dates).toEqual(days.map((date) => ({ date })))
      }),
    )
  })

  it('never throws and never answers a day that does not exist', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789./-: TZmayJunDeé')), maxLength: 20 }),
        (text) => {
          const answer = read(text)
          const day = 'date' in answer ? answer.date : 'month' in answer ? `${answer.month}-01` : '2026-01-01'
          expect(new Date(day).toISOString().slice(0, 10)).toBe(day)
        },
      ),
    )
  })
})
