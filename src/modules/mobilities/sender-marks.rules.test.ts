import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { senderMarks, tones } from './sender-marks.rules.ts'

describe('senders', () => {
  it('are told apart by their letters, and by colour and pattern together', () => {
    const names = fc.uniqueArray(fc.record({ id: fc.uuid(), name: fc.string({ maxLength: 30 }) }), {
      selector: ({ id }) => id,
      maxLength: 40,
    })
    fc.assert(
      fc.property(names, (senders) => {
        const marks = senderMarks(senders)
        expect(new Set(marks.map(({ short }) => short)).size).toBe(senders.length)
        expect(new Set(marks.map(({ tone, pattern }) => pattern * tones + tone)).size).toBe(senders.length)
      }),
    )
  })

  it('wear the initials of their name', () => {
    const marks = senderMarks([
      { id: '1', name: 'Istituto Aurora' },
      { id: '2', name: 'Lycée du Moulin' },
      { id: '3', name: 'Istituto Alfa' },
    ])
    expect(marks.map(({ short }) => short)).toEqual(['IA', 'LM', 'IA2'])
  })
})
