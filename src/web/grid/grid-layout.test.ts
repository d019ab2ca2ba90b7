import { expect, it } from 'vitest'
import { layoutFrom, usualLayout, widest, withWidth } from './grid-layout.ts'

it('reads back what it kept, and takes nonsense as the usual layout', () => {
  const layout = { shown: ['name', 'dates'], widths: { name: 240 }, compact: true }
  expect(layoutFrom(JSON.stringify(layout))).toEqual(layout)
  for (const text of [null, '', '7', '[]', '{"widths":3,"shown":"x","compact":"yes"}'])
    expect(layoutFrom(text)).toEqual(usualLayout)
  expect(layoutFrom('{"shown":["a",1],"widths":{"a":9999,"b":"wide"}}')).toEqual({
    shown: ['a'],
    widths: { a: widest },
    compact: false,
  })
})

it('makes a column wider and gives it its usual width again', () => {
  const wide = withWidth(usualLayout, 'name', 300.4)
  expect(wide.widths).toEqual({ name: 300 })
  expect(withWidth(wide, 'name', null).widths).toEqual({})
})
