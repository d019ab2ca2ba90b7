import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutPage, decodeCursor, encodeCursor } from './cursor.ts'

it('comes back as it went, whatever the words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))),
      (values) => {
        expect(decodeCursor(encodeCursor(values), values.length)).toEqual(values)
      },
    ),
  )
})

it('answers null for what nobody made', () => {
  for (const odd of ['', '%', 'bm90IGpzb24', encodeCursor(['a']), btoa('{"length":2}'), btoa('[[1],[2]]')])
    expect(decodeCursor(odd, 2), odd).toBeNull()
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
        from = Number(decodeCursor(next, 1)?.[0]) + 1
      }
      expect(seen).toEqual(rows)
    }),
  )
})
