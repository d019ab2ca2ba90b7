import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { settle } from './progress.rules.ts'
import { anyTasks, taskLike, today } from './task.examples.ts'
import { moveDueDates, whoseTurn, whyBlocked } from './turn.rules.ts'

describe('whose turn', () => {
  it('is the owner of the first task due that can be done', () => {
    const tasks = [
      taskLike({ key: 'a', owner: 'company', due: '2027-02-01', blocked: true }),
      taskLike({ key: 'b', owner: 'hosting', due: '2027-02-10', unblockedOn: '2027-01-05' }),
      taskLike({ key: 'c', owner: 'sending', due: '2027-01-01', state: 'done' }),
      taskLike({ key: 'd', owner: 'sending', due: '2027-01-01', visibility: 'own' }),
      taskLike({ key: 'e', owner: 'participant', due: null }),
    ]
    expect(whoseTurn(tasks, today)).toEqual({
      owner: 'hosting',
      key: 'b',
      due: '2027-02-10',
      since: '2027-01-05',
      late: true,
    })
    expect(whoseTurn([], today)).toBeNull()
  })

  it('is always somebody while a shared task is free, and never for one that is not', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const free = tasks.filter((t) => t.state === 'open' && !t.blocked && t.visibility === 'shared')
        const turn = whoseTurn(tasks, today)
        expect(turn === null).toBe(free.length === 0)
        expect(free.every((task) => (task.due ?? '') >= (turn?.due ?? ''))).toBe(true)
      }),
    )
  })
})

describe('why blocked', () => {
  it('tells the chain with owners, those to be done first in front', () => {
    const tasks = settle(
      [
        taskLike({ key: 'pack', needs: ['arrival', 'insurance'] }),
        taskLike({ key: 'arrival', owner: 'hosting', needs: ['travel'] }),
        taskLike({ key: 'travel' }),
        taskLike({ key: 'insurance', state: 'done' }),
      ],
      today,
    )
    const why = whyBlocked(tasks[0]!, tasks)
    expect(why.map(({ key, owner, canStart }) => ({ key, owner, canStart }))).toEqual([
      { key: 'travel', owner: 'sending', canStart: true },
      { key: 'arrival', owner: 'hosting', canStart: false },
    ])
    expect(whyBlocked(tasks[2]!, tasks)).toEqual([])
  })

  it('begins with something that can be done, iff the task is blocked', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        for (const task of tasks) {
          const why = whyBlocked(task, tasks)
          expect(why.length > 0).toBe(task.blocked)
          expect(why[0]?.canStart ?? true).toBe(true)
        }
      }),
    )
  })
})

describe('new dates', () => {
  it('moved by n days move each deadline by n', () => {
    fc.assert(
      fc.property(anyTasks, fc.integer({ min: -200, max: 200 }), (tasks, n) => {
        const moved = moveDueDates(tasks, addDays('2027-05-04', n), addDays('2027-05-29', n))
        for (const [index, task] of tasks.entries()) {
          expect(moved[index]?.due).toBe(addDays(task.due ?? '', n))
          expect(moved[index] === task).toBe(n === 0)
        }
      }),
    )
  })

  it('that are unknown leave no deadline', () => {
    expect(moveDueDates([taskLike()], null, '2027-05-29')[0]?.due).toBeNull()
  })
})
