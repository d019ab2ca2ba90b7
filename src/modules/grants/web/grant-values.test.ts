import { expect, it } from 'vitest'
import type { Grant } from './grant-answers.ts'
import { changesOf, editOf, valuesOf } from './grant-values.ts'

const inputs: Grant['inputs'] = {
  green: true,
  travelDays: 4,
  region: 13,
  realCosts: [
    { category: 'exceptional-costs', amount: 900, percent: 80, about: 'Flight', expensiveTravel: true },
  ],
}

it('keeps every answer that the form shows, expensive travel too', () => {
  const { green, travelDays, region, realCosts } = editOf(valuesOf({ inputs, role: 'learner' }))
  expect({ green, travelDays, region, realCosts }).toEqual(inputs)
})

it('sends only what was changed, and takes back what was emptied', () => {
  const opened = valuesOf({ inputs, role: 'learner' })
  expect(changesOf(opened, opened)).toEqual({})
  expect(changesOf(opened, { ...opened, green: false, travelDays: 2, courseDays: 0 })).toEqual({
    green: null,
    travelDays: 2,
    courseDays: 0,
  })
})
