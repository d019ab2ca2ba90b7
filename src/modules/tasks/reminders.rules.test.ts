import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { reminderFor } from './reminders.rules.ts'
import { anyTasks, taskLike, today } from './task.examples.ts'

const long = '2026-12-01'
const late = taskLike({ key: 'late', due: '2027-02-27', unblockedOn: long })
const soon = taskLike({ key: 'soon', due: '2027-03-05', unblockedOn: long })
const far = taskLike({ key: 'far', due: '2027-05-01', unblockedOn: long })

describe("today's reminder", () => {
  it('names what is late, due and newly free, each once, most pressing first', () => {
    const freed = { ...far, unblockedOn: today }
    const later = { ...late, key: 'later', due: '2027-02-28' }
    expect(reminderFor([freed, soon, later, late], '2027-02-20', today)).toEqual({
      late: [late, later],
      dueSoon: [soon],
      newlyFree: [freed],
    })
  })

  it('is not sent without anything to say, nor twice a day', () => {
    expect(reminderFor([], null, today)).toBeNull()
    expect(reminderFor([far], '2027-02-20', today)).toBeNull()
    expect(reminderFor([late], today, today)).toBeNull()
    expect(reminderFor([{ ...late, blocked: true }], null, today)).toBeNull()
    expect(reminderFor([{ ...late, state: 'done' }], null, today)).toBeNull()
  })

  it('keeps still for three days when nothing is new, unless something is late', () => {
    expect(reminderFor([soon], '2027-02-27', today)).toBeNull()
    expect(reminderFor([soon], '2027-02-26', today)?.dueSoon).toEqual([soon])
    expect(reminderFor([soon, late], '2027-02-28', today)?.late).toEqual([late])
    const cameDue = { ...soon, due: '2027-03-08' }
    expect(reminderFor([cameDue], '2027-02-28', today)?.dueSoon).toEqual([cameDue])
    const freed = { ...soon, unblockedOn: '2027-02-28' }
    expect(reminderFor([freed], '2027-02-28', today)?.dueSoon).toEqual([freed])
  })

  it('names each task once, only free ones, and never leaves out a late one', () => {
    const last = fc.option(fc.integer({ min: 1, max: 30 }).map((n) => addDays(today, -n)))
    fc.assert(
      fc.property(anyTasks, last, fc.integer({ min: -100, max: 100 }), (tasks, lastMail, n) => {
        const day = addDays(today, Math.max(0, n))
        const reminder = reminderFor(tasks, lastMail, day)
        const named = reminder ? [...reminder.late, ...reminder.dueSoon, ...reminder.newlyFree] : []
        expect(new Set(named).size).toBe(named.length)
        for (const task of named) expect(task.state === 'open' && !task.blocked).toBe(true)
        const late = tasks.filter((t) => t.state === 'open' && !t.blocked && (t.due ?? '9') < day)
        expect(late.every((task) => named.includes(task))).toBe(true)
        expect(named.length > 0).toBe(reminder !== null)
      }),
    )
  })
})
