import { addDays, type Day } from '#shared/dates.ts'

/** One part of a grant: its share, its day, and what must be so before it is paid. */
export interface Instalment {
  key: string
  percent: number
  anchor: 'departure' | 'return'
  offsetDays: number
  /** Keys of checklist tasks that must be done. */
  gates: string[]
}

/**
 * 80 % before departure and the rest after the report: a practice seen at Spanish institutions in 2026, not a rule that was found for VET. A
 * coordinator edits it.
 */
export const usualInstalments: readonly Instalment[] = [
  { key: 'first', percent: 80, anchor: 'departure', offsetDays: -7, gates: ['grant-agreement'] },
  {
    key: 'balance',
    percent: 20,
    anchor: 'return',
    offsetDays: 30,
    gates: ['come-back', 'participant-report'],
  },
]

/** Why instalments cannot be so, or null; words in `payments:whyNot.<code>`. */
export function whyNotInstalments(
  instalments: readonly Instalment[],
): 'none' | 'not-hundred' | 'twice' | null {
  if (instalments.length === 0) return 'none'
  if (new Set(instalments.map(({ key }) => key)).size < instalments.length) return 'twice'
  const cents = instalments.reduce((sum, { percent }) => sum + Math.round(percent * 100), 0)
  return cents === 10_000 ? null : 'not-hundred'
}

/** What has been sent or is on its way for a mobility. */
export interface SentPayment {
  kind: string
  step: string | null
  amount: number
  state: 'open' | 'in-run' | 'paid' | 'cancelled'
}

/** What the instalments of one mobility are judged by. */
export interface Payable {
  /** The participant's share of the grant; null when it is not known. */
  total: number | null
  departure: Day | null
  returnDate: Day | null
  /** Keys of tasks that are done. */
  done: ReadonlySet<string>
  hasAccount: boolean
  /** Neither withdrawn nor cancelled. */
  goes: boolean
  payments: readonly SentPayment[]
  /** Euros that somebody who withdrew keeps (withdrawals/withdrawal.rules.ts). */
  kept?: number
}

export interface ShownInstalment {
  key: string
  percent: number
  /** Euros still to be paid with it; what was paid once it is. */
  amount: number | null
  due: Day | null
  state: 'paid' | 'in-run' | 'ready' | 'waiting' | 'nothing'
  /** What it waits for: task keys, `account`, `amount`, `dates`, `before` (the instalment before it). */
  missing: string[]
}

const cents = (euros: number): number => Math.round(euros * 100)

/**
 * The instalments of a mobility. Each is paid up to its share of the grant as it is now, so that a change between two instalments is settled
 * by the later one; half a cent goes up. An instalment waits for its gates, for an account, and for the one before it.
 */
export function instalmentsOf(template: readonly Instalment[], payable: Payable): ShownInstalment[] {
  const sent = payable.payments.filter(({ state }) => state === 'paid' || state === 'in-run')
  let percent = 0
  let before = cents(paidSoFar(sent))
  const ownSteps = new Map(sent.filter(({ step }) => step !== null).map((payment) => [payment.step, payment]))
  let open = false
  return template.map((one) => {
    percent += one.percent
    const anchor = one.anchor === 'departure' ? payable.departure : payable.returnDate
    const due = anchor === null ? null : addDays(anchor, one.offsetDays)
    const base = { key: one.key, percent: one.percent, due }
    const known = ownSteps.get(one.key)
    if (known) return { ...base, amount: known.amount, state: known.state as 'paid' | 'in-run', missing: [] }
    const upTo = payable.total === null ? null : Math.floor((cents(payable.total) * percent) / 100 + 0.5)
    const amount = upTo === null ? null : Math.max(0, upTo - before)
    const missing = [
      ...(payable.goes ? one.gates.filter((gate) => !payable.done.has(gate)) : ['goes']),
      ...(payable.hasAccount ? [] : ['account']),
      ...(amount === null ? ['amount'] : []),
      ...(due === null ? ['dates'] : []),
      ...(open ? ['before'] : []),
    ]
    if (amount !== null) before = Math.max(before, upTo ?? 0)
    if (amount !== 0) open = true
    return {
      ...base,
      amount: amount === null ? null : amount / 100,
      state: amount === 0 ? 'nothing' : missing.length === 0 ? 'ready' : 'waiting',
      missing,
    }
  })
}

/** Euros of the grant that have gone out, or are on their way, less what came back. */
export const paidSoFar = (payments: readonly SentPayment[]): number =>
  payments
    .filter(({ state }) => state === 'paid' || state === 'in-run')
    .reduce((sum, { kind, amount }) => sum + signOf(kind) * cents(amount), 0) / 100

/** Euros that were paid above what is due in all, to be asked back; 0 when nothing is. Whoever withdrew keeps what the case says. */
export function toRecover({
  total,
  goes,
  payments,
  kept,
}: Pick<Payable, 'total' | 'goes' | 'payments' | 'kept'>): number {
  const due = goes ? total : (kept ?? 0)
  if (due === null) return 0
  const paid = cents(paidSoFar(payments))
  const asked = payments
    .filter(({ kind, state }) => (kind === 'recovery' || kind === 'withdrawal-return') && state === 'open')
    .reduce((sum, { amount }) => sum + cents(amount), 0)
  return Math.max(0, paid - cents(due) - asked) / 100
}

/** Only what pays or takes back the grant itself. */
function signOf(kind: string): -1 | 0 | 1 {
  if (kind === 'instalment') return 1
  return kind === 'recovery' || kind === 'withdrawal-return' ? -1 : 0
}
