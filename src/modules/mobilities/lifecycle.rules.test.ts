import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import words from '../../../locales/en/mobilities.json' with { type: 'json' }
import { coordinator, guardian, host, mobilityLike, participant, viewer } from './lifecycle.examples.ts'
import { automaticChange, onlyCode, possibleChanges, whyNotChange } from './lifecycle.rules.ts'
import { isEnd, mainStatuses, statuses, type Status } from './statuses.rules.ts'
import { transitions } from './transitions.rules.ts'

const before = '2027-04-01'
const during = '2027-05-10'
const after = '2027-05-29'
const nothing = new Set<string>()

describe('the way forward', () => {
  it('takes a well-prepared mobility from draft to closed', () => {
    for (const [index, to] of mainStatuses.slice(1).entries()) {
      const mobility = mobilityLike({ status: mainStatuses[index]! })
      const today = to === 'abroad' ? during : after
      expect(whyNotChange(mobility, to, coordinator, today, {})).toBeNull()
    }
  })

  it('never skips a step', () => {
    const skipped = whyNotChange(mobilityLike({ status: 'draft' }), 'placed', coordinator, before)
    expect(skipped?.code).toBe('no-such-step')
    expect(whyNotChange(mobilityLike(), 'draft', coordinator, before)?.code).toBe('already-there')
  })

  it('lets the participant accept, and the guardian for a minor', () => {
    const adult = mobilityLike({ status: 'selected', facts: nothing })
    const minor = { ...adult, participantIsMinor: true }
    expect(whyNotChange(adult, 'accepted', participant, before)).toBeNull()
    expect(whyNotChange(minor, 'accepted', participant, before)?.code).toBe('guardian-decides')
    expect(whyNotChange(minor, 'accepted', guardian, before)).toBeNull()
    expect(whyNotChange(minor, 'accepted', coordinator, before)).toBeNull()
  })

  it('asks for a confirmed placement, in the words of what is missing', () => {
    const to = (changes: object) =>
      whyNotChange(
        mobilityLike({ status: 'accepted', facts: nothing, ...changes }),
        'placed',
        coordinator,
        before,
      )
    expect(to({})?.code).toBe('company-not-confirmed')
    expect(to({ hasCompany: false })?.code).toBe('no-company')
    expect(to({ hasCompany: false, activityType: 'SM-JOB-SHDW' })?.code).toBe('hosting-not-confirmed')
    const confirmed = new Set(['hosting.confirmed'])
    expect(to({ hasCompany: false, activityType: 'SM-JOB-SHDW', facts: confirmed })).toBeNull()
  })

  it('counts the tasks that stand before departure, and lets the coordinator set them aside with a reason', () => {
    const mobility = mobilityLike({ status: 'placed', openTasks: { ready: 3, closed: 0 } })
    const ask = (given?: object) => whyNotChange(mobility, 'ready', coordinator, before, given)
    expect(ask()).toEqual({ code: 'tasks-open', values: { count: 3 } })
    expect(ask({ override: true })?.code).toBe('reason-needed')
    expect(ask({ override: true, reason: 'The insurer confirmed by phone' })).toBeNull()
  })

  it('waits for the departure', () => {
    const mobility = mobilityLike({ status: 'ready' })
    expect(whyNotChange(mobility, 'abroad', host, '2027-05-03')).toEqual({
      code: 'departure-ahead',
      values: { day: '2027-05-04' },
    })
    expect(whyNotChange(mobility, 'abroad', host, '2027-05-04')).toBeNull()
    expect(whyNotChange({ ...mobility, departure: null }, 'abroad', host, before)?.code).toBe('no-dates')
  })
})

describe('who may', () => {
  it('tells the wrong party whose step it is, and the right one without permission that it lacks it', () => {
    expect(whyNotChange(mobilityLike(), 'selected', host, before)?.code).toBe('only-sending')
    expect(whyNotChange(mobilityLike(), 'selected', viewer, before)?.code).toBe('no-permission')
  })

  it('lets a viewer who is also the guardian act as guardian', () => {
    const both = { roles: ['sending', 'guardian'] as const, permissions: nothing }
    const minor = mobilityLike({ status: 'selected', participantIsMinor: true, facts: nothing })
    expect(whyNotChange(minor, 'accepted', both, before)).toBeNull()
  })

  it('lets the host never set a condition aside', () => {
    const mobility = mobilityLike({ status: 'accepted', facts: nothing })
    const given = { override: true, reason: 'by phone' }
    expect(whyNotChange(mobility, 'placed', host, before, given)?.code).toBe('company-not-confirmed')
  })
})

describe('ends and corrections', () => {
  it('want a reason, and a day that makes sense', () => {
    const mobility = mobilityLike({ status: 'abroad' })
    const end = (given: object) => whyNotChange(mobility, 'ended-early', coordinator, during, given)?.code
    expect(end({})).toBe('reason-needed')
    expect(end({ reason: '  ' })).toBe('reason-needed')
    expect(end({ reason: 'ill', day: '2027-05-31' })).toBe('day-ahead')
    expect(end({ reason: 'ill', day: '2027-05-01' })).toBe('day-before-departure')
    expect(end({ reason: 'ill', day: 'monday' })).toBe('no-day')
    expect(end({ reason: 'ill', day: '2027-05-09' })).toBeUndefined()
  })

  it('let an interrupted stay go on or end', () => {
    const changes = possibleChanges(mobilityLike({ status: 'interrupted' }), coordinator, during)
    expect(changes.filter((c) => c.allowed).map((c) => c.to)).toEqual([
      'ended-early',
      'force-majeure',
      'abroad',
    ])
  })

  it('let a minor not withdraw alone', () => {
    const minor = mobilityLike({ status: 'accepted', participantIsMinor: true })
    expect(whyNotChange(minor, 'withdrawn', participant, before)?.code).toBe('guardian-decides')
    expect(whyNotChange(minor, 'withdrawn', guardian, before)).toBeNull()
  })
})

describe('what moves by itself', () => {
  it('follows the facts, step by step, and stops where one is missing', () => {
    const mobility = mobilityLike({ status: 'selected' })
    expect(automaticChange(mobility, before)).toBe('accepted')
    expect(automaticChange({ ...mobility, status: 'accepted' }, before)).toBe('placed')
    expect(automaticChange({ ...mobility, status: 'placed' }, before)).toBe('ready')
    expect(automaticChange({ ...mobility, status: 'ready' }, during)).toBeNull()
    const arrived = new Set([...mobility.facts, 'participant.arrived', 'mobility.returned'])
    expect(automaticChange({ ...mobility, status: 'ready', facts: arrived }, during)).toBe('abroad')
    expect(automaticChange({ ...mobility, status: 'abroad', facts: arrived }, during)).toBeNull()
    expect(automaticChange({ ...mobility, status: 'abroad', facts: arrived }, after)).toBe('returned')
    expect(automaticChange({ ...mobility, facts: nothing }, before)).toBeNull()
  })
})

describe('the table', () => {
  it('holds each change once, ends and corrections with a reason', () => {
    const keys = transitions.map((t) => `${t.from} ${t.to}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const t of transitions) {
      expect(t.needsReason).toBe(t.kind === 'end' || t.kind === 'back')
      expect(t.kind === 'end' && !isEnd(t.to)).toBe(false)
      expect(t.kind !== 'forward' && t.by.includes('system')).toBe(false)
    }
  })

  it('reaches every status from draft, and leaves none without a way out but the path itself', () => {
    const reached = new Set<Status>(['draft'])
    for (const from of reached) for (const t of transitions) if (t.from === from) reached.add(t.to)
    expect([...reached].sort()).toEqual([...statuses].sort())
  })

  it('has words for every status and every reason', () => {
    const codes = [
      'already-there no-such-step no-permission reason-needed no-day day-ahead day-before-departure',
      'not-accepted guardian-decides company-not-confirmed no-company hosting-not-confirmed no-dates',
      'tasks-open_one tasks-open_other departure-ahead return-ahead',
      ...transitions.map(onlyCode),
    ]
    for (const code of codes.join(' ').split(' ')) expect(words.whyNot).toHaveProperty(code)
    for (const status of statuses) expect(words.status).toHaveProperty([status])
  })

  it('answers the same, asked one by one or as a list', () => {
    const facts = fc
      .subarray(['participant.accepted', 'guardian.consented', 'company.confirmed', 'hosting.confirmed'])
      .map((names) => new Set(names))
    const actor = fc.constantFrom(coordinator, host, viewer, participant, guardian)
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses),
        facts,
        actor,
        fc.boolean(),
        fc.constantFrom(before, during, after),
        (status, known, who, minor, today) => {
          const mobility = mobilityLike({ status, facts: known, participantIsMinor: minor })
          const listed = possibleChanges(mobility, who, today)
          for (const to of statuses) {
            const change = listed.find((c) => c.to === to)
            expect(change?.allowed ?? false).toBe(whyNotChange(mobility, to, who, today) === null)
          }
          const next = automaticChange(mobility, today)
          expect(next === null || transitions.some((t) => t.from === status && t.to === next)).toBe(true)
        },
      ),
    )
  })
})
