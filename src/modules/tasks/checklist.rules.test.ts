import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import words from '../../../locales/en/tasks.json' with { type: 'json' }
import { checklistProblems, findCycle, inOrder, type ChecklistTask } from './checklist.rules.ts'
import { anyChecklist } from './task.examples.ts'

const line = (key: string, needs: string[] = [], more: Partial<ChecklistTask> = {}): ChecklistTask => ({
  key,
  needs,
  owner: 'sending',
  anchor: 'departure',
  offsetDays: -10,
  ...more,
})
const codes = (tasks: ChecklistTask[]) => checklistProblems(tasks).map((problem) => problem.code)

describe('a checklist template', () => {
  it('is fine when it is fine', () => {
    expect(checklistProblems([line('a'), line('b', ['a'])])).toEqual([])
  })

  it('names the circle', () => {
    const tasks = [line('x'), line('a', ['c']), line('b', ['a']), line('c', ['b', 'x'])]
    expect(findCycle(tasks)).toEqual(['a', 'c', 'b', 'a'])
    expect(checklistProblems(tasks)).toEqual([
      { level: 'error', code: 'cycle', task: 'a', values: { tasks: 'a → c → b → a' } },
    ])
    expect(findCycle([line('a', ['a'])])).toEqual(['a', 'a'])
  })

  it('tells keys, needs, days and words that cannot be', () => {
    expect(codes([line('a'), line('a')])).toEqual(['duplicate-key'])
    expect(codes([line('a', ['b'])])).toEqual(['unknown-need'])
    expect(codes([line('Für uns')])).toEqual(['bad-key'])
    expect(codes([line('a', [], { title: ' ' })])).toEqual(['title-empty'])
    expect(codes([line('a', [], { offsetDays: 1001 })])).toEqual(['offset-too-far'])
    expect(codes([line('a', [], { offsetDays: 0.5 })])).toEqual(['offset-too-far'])
    const problems = [
      'bad-key',
      'duplicate-key',
      'unknown-need',
      'cycle',
      'offset-too-far',
      'title-empty',
      'due-before-need',
    ]
    for (const code of problems) expect(words.checklistProblem).toHaveProperty(code)
  })

  it('warns when a task is due before what it needs, where that is sure', () => {
    const warning = checklistProblems([line('late', [], { offsetDays: -5 }), line('b', ['late'])])
    expect(warning).toEqual([
      { level: 'warning', code: 'due-before-need', task: 'b', values: { need: 'late' } },
    ])
    expect(codes([line('r', [], { anchor: 'return', offsetDays: 1 }), line('b', ['r'])])).toEqual([
      'due-before-need',
    ])
    expect(
      codes([line('r', [], { anchor: 'return', offsetDays: -3 }), line('b', ['r'], { offsetDays: 7 })]),
    ).toEqual([])
  })
})

describe('order', () => {
  it('puts every task after all it needs, and loses none', () => {
    fc.assert(
      fc.property(anyChecklist, (tasks) => {
        expect(findCycle(tasks)).toBeNull()
        const order = inOrder(tasks).map((task) => task.key)
        expect([...order].sort()).toEqual(tasks.map((task) => task.key).sort())
        for (const task of tasks)
          for (const need of task.needs.filter((key) => order.includes(key)))
            expect(order.indexOf(need)).toBeLessThan(order.indexOf(task.key))
      }),
    )
  })

  it('finds the circle that any pair of opposite needs makes', () => {
    fc.assert(
      fc.property(anyChecklist, (tasks) => {
        const at = tasks.findIndex((task) => task.needs.some((need) => tasks.some((t) => t.key === need)))
        fc.pre(at >= 0)
        const task = tasks[at]!
        const need = task.needs.find((key) => tasks.some((t) => t.key === key))
        const tied = tasks.map((t) => (t.key === need ? { ...t, needs: [...t.needs, task.key] } : t))
        const cycle = findCycle(tied)
        expect(cycle).not.toBeNull()
        expect(cycle?.[0]).toBe(cycle?.at(-1))
        expect(inOrder(tied)).toHaveLength(tasks.length)
      }),
    )
  })
})
