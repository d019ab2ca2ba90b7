import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beyondKnown, type Kept } from './options.rules.ts'

const kept = (people: number, known: number, flowId: string | null = 'flow'): Kept => ({
  requestId: `${people}`,
  title: 'May',
  senderId: 'sender',
  sender: 'Aurora',
  flowId,
  people,
  accompanying: 1,
  from: '2027-05-03',
  to: '2027-05-20',
  until: null,
  known,
})
const people = (some: readonly Kept[]): number[] => some.map((one) => one.people)

it('takes those who are known off once, in the order in which places are kept', () => {
  expect(people(beyondKnown([kept(20, 20), kept(15, 20)]))).toEqual([15])
  expect(people(beyondKnown([kept(20, 25), kept(15, 25)]))).toEqual([10])
  expect(people(beyondKnown([kept(20, 3), kept(15, 3)]))).toEqual([17, 15])
  expect(people(beyondKnown([kept(20, 40), kept(15, 40)]))).toEqual([])
})

it('leaves other flows, and what is kept for none, as they are', () => {
  expect(people(beyondKnown([kept(20, 20), kept(9, 2, 'other'), kept(5, 0, null)]))).toEqual([7, 5])
})

it('keeps as many as were quoted and are not known, however they are shared', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
      fc.nat(200),
      (many, known) => {
        const sum = (some: readonly number[]): number => some.reduce((all, one) => all + one, 0)
        expect(sum(people(beyondKnown(many.map((one) => kept(one, known)))))).toBe(
          Math.max(0, sum(many) - known),
        )
      },
    ),
  )
})
