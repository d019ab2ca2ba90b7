import { expect, it } from 'vitest'
import { choose, countChosen, isChosen, nothingChosen, type Chosen } from './grid-types.ts'

it('chooses rows by name, and all that match less some', () => {
  const some = choose(nothingChosen, ['a', 'b'], true)
  expect([isChosen(some, 'a'), isChosen(some, 'c'), countChosen(some, 99)]).toEqual([true, false, 2])
  expect(countChosen(choose(some, ['b'], false), 99)).toBe(1)
  const all: Chosen = choose({ kind: 'all', without: new Set() }, ['a'], false)
  expect([isChosen(all, 'a'), isChosen(all, 'z'), countChosen(all, 10)]).toEqual([false, true, 9])
  expect(countChosen(choose(all, ['a'], true), 10)).toBe(10)
})
