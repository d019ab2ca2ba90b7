import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutPage, encodeCursor, placeIn } from './cursor.ts'

const id = '0198c0de-0000-7000-8000-000000000000'

it('comes back as it went, whatever the words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
      fc.maxSafeInteger().map((whole) => whole % 2 ** 31),
      fc.option(fc.constantFrom('2027-03-01', 'infinity')),
      (text, whole, day) => {
        expect(placeIn(encodeCursor([text, whole, day, id]), 'text', 'whole', 'day?', 'id')).toEqual([
          text,
          whole,
          day,
          id,
        ])
      },
    ),
  )
})

it('takes moments as servers and databases write them', () => {
  for (const moment of [
    '2027-03-01T10:00:00.123Z',
    '2027-03-01 10:00:00.123456+00',
    '2027-03-01 10:00:00+05:30',
  ])
    expect(placeIn(encodeCursor([moment]), 'moment'), moment).toEqual([moment])
})

it('begins at the first page without a cursor', () => {
  expect(placeIn(undefined, 'text', 'id')).toBeNull()
})

it('refuses what nobody made', () => {
  const odd = ['', '%', 'bm90IGpzb24', encodeCursor(['a']), btoa('{"length":2}'), btoa('[[1],[2]]')]
  for (const cursor of odd)
    expect(() => placeIn(cursor, 'text', 'text'), cursor).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    )
})

it('refuses values of another list', () => {
  const kinds = ['text', 'whole', 'day', 'time', 'moment', 'id'] as const
  const odd = {
    text: ['a\u0000b', 1, null],
    whole: ['1', 1.5, 2 ** 31, null],
    day: ['x', '', '2027-02-30', '0000-01-01', 20270301, null],
    time: ['x', '24:00', '10:60', '10:00:00', null],
    moment: ['x', '2027-02-30T10:00:00Z', '2027-03-01T25:00:00Z', '2027-03-01', null],
    id: ['x', '0198c0de', `${id}0`, null],
  }
  for (const kind of kinds)
    for (const value of odd[kind])
      expect(() => placeIn(encodeCursor([value]), kind), `${kind} ${value}`).toThrow(
        expect.objectContaining({ code: 'invalid' }),
      )
})

it('leads through all rows, page by page, once each', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.integer({ min: 1, max: 12 }), (count, limit) => {
      const rows = Array.from({ length: count }, (_, at) => at)
      const seen: number[] = []
      let from = 0
      for (;;) {
        // As a store reads: one more than the page shows.
        const { items, next } = cutPage(rows.slice(from, from + limit + 1), limit, (last) => [last])
        seen.push(...items)
        if (next === null) break
        from = Number(placeIn(next, 'whole')?.[0]) + 1
      }
      expect(seen).toEqual(rows)
    }),
  )
})
