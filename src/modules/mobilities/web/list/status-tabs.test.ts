import { expect, it } from 'vitest'
import { statusTabs } from './status-tabs.ts'

it('puts statuses along the way of a mobility, with those that are chosen but empty', () => {
  const counted = [
    { value: 'abroad', count: 9 },
    { value: 'cancelled', count: 4 },
    { value: 'draft', count: 2 },
  ]
  expect(statusTabs(counted, ['placed', 'abroad'])).toEqual([
    { status: 'draft', count: 2 },
    { status: 'placed', count: 0 },
    { status: 'abroad', count: 9 },
    { status: 'cancelled', count: 4 },
  ])
})
