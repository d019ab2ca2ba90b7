import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  instalmentsOf,
  toRecover,
  usualInstalments,
  whyNotInstalments,
  type Payable,
} from './instalments.rules.ts'

const ready: Payable = {
  total: 1783,
  departure: '2027-05-03',
  returnDate: '2027-05-23',
  done: new Set(['grant-agreement', 'come-back', 'participant-report']),
  hasAccount: true,
  goes: true,
  payments: [],
}
const paid = (step: string, amount: number) => ({ kind: 'instalment', step, amount, state: 'paid' as const })
const states = (payable: Payable) =>
  instalmentsOf(usualInstalments, payable).map(({ amount, state }) => [amount, state])

describe('instalments', () => {
  it('pays 80 % before departure and the rest after the report', () => {
    expect(instalmentsOf(usualInstalments, ready)).toMatchObject([
      { amount: 1426.4, due: '2027-04-26', state: 'ready', missing: [] },
      { amount: 356.6, due: '2027-06-22', state: 'waiting', missing: ['before'] },
    ])
    expect(states({ ...ready, payments: [paid('first', 1426.4)] })).toEqual([
      [1426.4, 'paid'],
      [356.6, 'ready'],
    ])
  })
  it('names what an instalment waits for', () => {
    const waiting = instalmentsOf(usualInstalments, {
      ...ready,
      done: new Set(),
      hasAccount: false,
      total: null,
    })
    expect(waiting[0]).toMatchObject({
      amount: null,
      state: 'waiting',
      missing: ['grant-agreement', 'account', 'amount'],
    })
    expect(waiting[1]?.missing).toEqual(['come-back', 'participant-report', 'account', 'amount', 'before'])
  })
  it('settles a change of the grant with the balance, and asks back what was paid too much', () => {
    expect(states({ ...ready, total: 1500, payments: [paid('first', 1426.4)] })[1]).toEqual([73.6, 'ready'])
    const shorter = { ...ready, total: 1000, payments: [paid('first', 1426.4)] }
    expect(states(shorter)[1]).toEqual([0, 'nothing'])
    expect(toRecover(shorter)).toBe(426.4)
    const asked = [
      ...shorter.payments,
      { kind: 'recovery', step: null, amount: 426.4, state: 'open' as const },
    ]
    expect(toRecover({ ...shorter, payments: asked })).toBe(0)
    expect(toRecover({ ...ready, goes: false, payments: [paid('first', 1426.4)] })).toBe(1426.4)
  })
  it('adds up to the grant to the cent, however it is cut', () => {
    const template = fc
      .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 })
      .map((parts) => {
        const sum = parts.reduce((a, b) => a + b, 0)
        const shares = parts.map((part) => Math.floor((part * 10_000) / sum) / 100)
        const rest = Math.round((100 - shares.slice(1).reduce((a, b) => a + b, 0)) * 100) / 100
        return shares.map((percent, at) => ({
          key: `${at}`,
          percent: at === 0 ? rest : percent,
          anchor: 'departure' as const,
          offsetDays: at,
          gates: [],
        }))
      })
    fc.assert(
      fc.property(template, fc.integer({ min: 0, max: 1_000_000 }), (steps, total) => {
        const payments: ReturnType<typeof paid>[] = []
        for (const { key } of steps) {
          const now = instalmentsOf(steps, { ...ready, total: total / 100, payments }).find(
            (one) => one.key === key,
          )
          if (now?.amount) payments.push(paid(key, now.amount))
        }
        const sum = payments.reduce((all, { amount }) => all + Math.round(amount * 100), 0)
        expect(sum).toBe(total)
        expect(toRecover({ ...ready, total: total / 100, payments })).toBe(0)
      }),
    )
  })
  it('must be a hundred percent', () => {
    expect(whyNotInstalments(usualInstalments)).toBeNull()
    expect(whyNotInstalments([])).toBe('none')
    expect(whyNotInstalments(usualInstalments.slice(1))).toBe('not-hundred')
  })
})
