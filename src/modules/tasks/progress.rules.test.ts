import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedRows,
  completeByFacts,
  openBefore,
  progressOf,
  reopen,
  settle,
  withState,
} from './progress.rules.ts'
import { anyTasks, taskLike, today } from './task.examples.ts'
import type { Task } from './task.rules.ts'

const tomorrow = '2027-03-02'
const find = (tasks: readonly Task[], key: string) => tasks.find((task) => task.key === key)!

describe('blocked', () => {
  it('is an open task iff something it needs is open', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        for (const task of tasks) {
          const unfinished = tasks.some((t) => task.needs.includes(t.key) && t.state === 'open')
          expect(task.blocked).toBe(task.state === 'open' && unfinished)
          expect(task.unblockedOn === null).toBe(task.blocked)
        }
      }),
    )
  })

  it('is settled once and for all, and untouched rows stay the same objects', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        expect(changedRows(tasks, settle(tasks, tomorrow))).toEqual([])
      }),
    )
  })

  it('remembers since when a task is free', () => {
    const tasks = settle([taskLike({ key: 'a' }), taskLike({ key: 'b', needs: ['a'] })], today)
    expect(find(tasks, 'b')).toMatchObject({ blocked: true, unblockedOn: null })
    const after = withState(tasks, 'a', 'done', tomorrow)
    expect(find(after, 'b')).toMatchObject({ blocked: false, unblockedOn: tomorrow })
    expect(changedRows(tasks, after).map((task) => task.key)).toEqual(['a', 'b'])
  })
})

describe('facts', () => {
  it('complete and reopen the tasks that name them; ticked and waived ones are left alone', () => {
    const facts = fc.subarray(['a.known', 'b.known', 'c.known']).map((names) => new Set(names))
    fc.assert(
      fc.property(anyTasks, facts, (tasks, known) => {
        const after = completeByFacts(tasks, known, tomorrow)
        for (const task of after) {
          const before = find(tasks, task.key)
          const told = task.fact !== null && known.has(task.fact) ? 'done' : 'open'
          const leftAlone = task.fact === null || before.state === 'waived'
          expect(task.state).toBe(leftAlone ? before.state : told)
        }
        expect(changedRows(after, completeByFacts(after, known, tomorrow))).toEqual([])
      }),
    )
  })
})

describe('reopening', () => {
  const tasks = settle(
    [
      taskLike({ key: 'a', state: 'done' }),
      taskLike({ key: 'b', needs: ['a'], state: 'done' }),
      taskLike({ key: 'c', needs: ['a'] }),
      taskLike({ key: 'd', needs: ['b'], state: 'done' }),
    ],
    today,
  )
  it('blocks the open ones after it and names the done ones to look at again', () => {
    const after = reopen(tasks, 'a', tomorrow)
    expect(after.lookAgain).toEqual(['b', 'd'])
    expect(find(after.tasks, 'c').blocked).toBe(true)
    expect(find(after.tasks, 'b').state).toBe('done')
  })

  it('and ticking again brings everything back', () => {
    fc.assert(
      fc.property(anyTasks, (any) => {
        const done = any.find((task) => task.state === 'done')
        fc.pre(done !== undefined)
        const again = withState(reopen(any, done!.key, today).tasks, done!.key, 'done', today)
        expect(again.map((t) => [t.key, t.state, t.blocked])).toEqual(
          any.map((t) => [t.key, t.state, t.blocked]),
        )
      }),
    )
  })
})

describe('counts', () => {
  it('leave out what is waived or kept by one party', () => {
    const tasks = [
      taskLike({ state: 'done', blocks: 'ready' }),
      taskLike({ blocks: 'ready' }),
      taskLike({ blocks: 'closed', blocked: true }),
      taskLike({ state: 'waived', blocks: 'closed' }),
      taskLike({ visibility: 'own' }),
    ]
    expect(progressOf(tasks)).toEqual({ done: 1, total: 3 })
    expect(openBefore(tasks)).toEqual({ ready: 1, closed: 1 })
  })
})
