import { describe, expect, it } from 'vitest'
import {
  endStatuses,
  isEnd,
  isOpen,
  isStatus,
  mainStatuses,
  phaseOf,
  statusOfPastStay,
  statusOrder,
  statuses,
} from './statuses.rules.ts'

describe('statuses', () => {
  it('knows ends, and that an interrupted stay may go on', () => {
    expect(statuses.filter(isEnd)).toEqual([...endStatuses])
    expect(endStatuses.filter(isOpen)).toEqual(['interrupted'])
    expect(mainStatuses.filter((status) => !isOpen(status))).toEqual(['closed'])
  })

  it('sorts the path in order and the ends last', () => {
    expect([...statuses].sort((a, b) => statusOrder(a) - statusOrder(b))).toEqual([...statuses])
    expect(phaseOf('ready')).toBe('preparation')
    expect(phaseOf('assessed')).toBe('follow-up')
  })

  it('recognises its own words only', () => {
    expect(isStatus('ended-early')).toBe(true)
    expect(isStatus('toString')).toBe(false)
  })
})

describe('a stay brought in from a file', () => {
  const at = (today: string) => statusOfPastStay('2026-05-04', '2026-05-29', today)
  it('takes its status from the calendar', () => {
    expect(at('2026-05-03')).toBeNull()
    expect(at('2026-05-04')).toBe('abroad')
    expect(at('2026-05-29')).toBe('abroad')
    expect(at('2026-05-30')).toBe('returned')
    expect(at('2026-08-21')).toBe('returned')
    expect(at('2026-08-22')).toBe('closed')
    expect(statusOfPastStay(null, '2026-05-29', '2026-12-01')).toBeNull()
  })
})
