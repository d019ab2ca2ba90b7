import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import words from '../../../locales/en/tasks.json' with { type: 'json' }
import { taskLike, today } from './task.examples.ts'
import { isStillAsked, taskChanges, taskLook, whyNotReopen, whyNotTick, whyNotWaive } from './task.rules.ts'

describe('the look of a task', () => {
  it.each([
    [{ due: '2027-02-28' }, 'late'],
    [{ due: '2027-03-01' }, 'due'],
    [{ due: '2027-03-08' }, 'due'],
    [{ due: '2027-03-09' }, 'later'],
    [{ due: null }, 'later'],
    [{ due: '2027-02-28', blocked: true }, 'blocked'],
    [{ due: '2027-02-28', state: 'done' as const }, 'done'],
    [{ due: '2027-02-28', state: 'waived' as const }, 'waived'],
  ])('%o is %s', (changes, look) => {
    expect(taskLook(taskLike(changes), today)).toBe(look)
    expect(words.look).toHaveProperty(look)
  })
})

describe('who may', () => {
  const hosts = taskLike({ owner: 'hosting' })
  it('tick: the owner, and the sender for all that is shared', () => {
    expect(whyNotTick(hosts, ['hosting'])).toBeNull()
    expect(whyNotTick(hosts, ['sending'])).toBeNull()
    expect(whyNotTick(hosts, ['company'])).toBe('not-yours')
    expect(whyNotTick({ ...hosts, visibility: 'own' }, ['sending'])).toBe('not-yours')
    expect(whyNotTick({ ...hosts, blocked: true }, ['hosting'])).toBe('blocked')
    expect(whyNotTick({ ...hosts, fact: 'hosting.confirmed' }, ['hosting'])).toBe('by-fact')
    expect(whyNotTick({ ...hosts, state: 'done' }, ['hosting'])).toBe('done-already')
  })

  it('waive: the sender with a reason, or an owner its own', () => {
    expect(whyNotWaive(hosts, ['sending'], 'agreed by phone')).toBeNull()
    expect(whyNotWaive(hosts, ['sending'], ' ')).toBe('reason-needed')
    expect(whyNotWaive(hosts, ['hosting'], 'x')).toBe('not-yours')
    expect(whyNotWaive({ ...hosts, visibility: 'own' }, ['hosting'], 'x')).toBeNull()
    expect(whyNotWaive({ ...hosts, state: 'waived' }, ['sending'], 'x')).toBe('waived-already')
  })

  it('reopen: what was ticked or waived, but not what a fact completed', () => {
    expect(whyNotReopen({ ...hosts, state: 'done' }, ['hosting'])).toBeNull()
    expect(whyNotReopen(hosts, ['hosting'])).toBe('open-already')
    const told = { ...hosts, fact: 'hosting.confirmed', state: 'done' as const }
    expect(whyNotReopen(told, ['hosting'])).toBe('by-fact')
    expect(whyNotReopen({ ...told, state: 'waived' }, ['sending'])).toBeNull()
  })

  it('has words for every reason', () => {
    const codes = ['done-already', 'waived-already', 'open-already', 'blocked', 'by-fact', 'not-yours']
    const adding = ['title-needed', 'title-long', 'no-day', 'no-dates', 'day-too-far', 'unknown-need']
    for (const code of [...codes, ...adding, 'reason-needed']) expect(words.whyNot).toHaveProperty(code)
  })
})

describe('after an end', () => {
  const before = { anchor: 'departure' as const }
  const after = { anchor: 'return' as const }
  it('asks for what follows a stay that was cut short, and for nothing otherwise', () => {
    expect(isStillAsked(before, 'interrupted')).toBe(true)
    expect(isStillAsked(before, 'ended-early')).toBe(false)
    expect(isStillAsked(after, 'ended-early')).toBe(true)
    for (const status of ['withdrawn', 'cancelled', 'closed'] as const)
      expect(isStillAsked(after, status)).toBe(false)
    expect(isStillAsked(after, 'force-majeure', '2027-05-04', '2027-04-01')).toBe(false)
    expect(isStillAsked(after, 'force-majeure', '2027-05-04', '2027-05-04')).toBe(true)
  })
})

describe('docs/lifecycles.md', () => {
  it('draws the changes of a task that exist', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/lifecycles.md'), 'utf8')
    const section = page.split(/^#+ /m).find((part) => part.startsWith('Task\n')) ?? ''
    const arrows = [...section.matchAll(/^ *([a-z]+) --> ([a-z]+)/gm)].map(([, from, to]) => `${from} ${to}`)
    expect(arrows.sort()).toEqual(taskChanges.map((change) => change.join(' ')).sort())
  })
})
