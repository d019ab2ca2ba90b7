import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'

/** Where a placement stands (workflow study B.3 rows 5 to 8, B.4 rows 1 and 2). `approved`: one of sender and participant has said yes. */
export const steps = [
  'proposed',
  'sent',
  'interview',
  'accepted',
  'approved',
  'confirmed',
  'refused',
  'withdrawn',
  'ended',
] as const
export type Step = (typeof steps)[number]

/** Steps as the tabs of a list put them together: who waits for whom. */
export const stepGroups = {
  'to-send': ['proposed'],
  company: ['sent', 'interview'],
  approval: ['accepted', 'approved'],
  confirmed: ['confirmed'],
  over: ['refused', 'withdrawn', 'ended'],
} as const satisfies Record<string, readonly Step[]>
export type StepGroup = keyof typeof stepGroups
export const groupNames = Object.keys(stepGroups) as StepGroup[]

/** The company has said yes. */
export const isFirm = (step: Step): boolean => ['accepted', 'approved', 'confirmed'].includes(step)
/** The company knows of it and has not answered yet. */
export const isAsked = (step: Step): boolean => step === 'sent' || step === 'interview'
/** Somebody's place is still meant by it. */
export const isOpen = (step: Step): boolean => !['refused', 'withdrawn', 'ended'].includes(step)

export const acts = [
  'send',
  'interview',
  'outcome',
  'accept',
  'refuse',
  'approve',
  'object',
  'confirm',
  'withdraw',
] as const
export type Act = (typeof acts)[number]

/** Whose side somebody is on: who arranges it (the host, or whoever proposed it), the sender, the company, the participant. */
export type Side = 'arranger' | 'sending' | 'company' | 'participant'

const company: readonly Side[] = ['company', 'arranger']
/** Who may do what, from which step. The arranger writes down what a company without a link says on the phone. */
const table: Record<Act, { from: Partial<Record<Step, readonly Side[]>> }> = {
  send: { from: { proposed: ['arranger'] } },
  interview: { from: { sent: company, interview: company } },
  outcome: { from: { interview: company } },
  accept: { from: { proposed: ['arranger'], sent: company, interview: company } },
  refuse: { from: { proposed: ['arranger'], sent: company, interview: company } },
  approve: { from: { accepted: ['sending', 'participant'], approved: ['sending', 'participant'] } },
  object: { from: { accepted: ['participant'], approved: ['participant'] } },
  confirm: { from: { accepted: ['arranger'], approved: ['arranger'] } },
  withdraw: {
    from: {
      proposed: ['arranger', 'sending'],
      sent: ['arranger', 'sending'],
      interview: ['arranger', 'sending'],
      accepted: ['arranger', 'sending', 'company'],
      approved: ['arranger', 'sending', 'company'],
      confirmed: ['arranger', 'sending', 'company'],
    },
  },
}

export interface Standing {
  step: Step
  approvedBySender: boolean
  approvedByParticipant: boolean
  objection: string | null
}

export interface WhyNot {
  code: string
  values: Record<string, string | number>
}

/** Why somebody on these sides cannot do this now, or null; codes have their words in `placements:whyNot`. */
export function whyNot(placement: Standing, act: Act, sides: readonly Side[]): WhyNot | null {
  const by = table[act].from[placement.step]
  if (!by) {
    const whoever = Object.values(table[act].from).some((one) => one.some((side) => sides.includes(side)))
    return whoever ? because('not-now', { step: placement.step }) : because('not-yours')
  }
  const mine = by.filter((side) => sides.includes(side))
  if (mine.length === 0) return because(by.length === 1 ? `only-${by[0]}` : 'not-yours')
  if (act === 'approve') {
    const left = mine.filter((side) =>
      side === 'sending' ? !placement.approvedBySender : !placement.approvedByParticipant,
    )
    if (left.length === 0) return because('approved-already')
  }
  return null
}

const because = (code: string, values: WhyNot['values'] = {}): WhyNot => ({ code, values })

/** The step after an approval: both have said yes, or one. */
export const afterApproval = (sender: boolean, participant: boolean): Step =>
  sender && participant ? 'confirmed' : sender || participant ? 'approved' : 'accepted'

/** Whose turn it is. `arranger` is the role that arranges: hosting, or sending where no host does. */
export function turnsOf(placement: Standing, arranger: PartyRole, guardian: boolean): PartyRole[] {
  const { step, objection } = placement
  if (step === 'proposed') return [arranger]
  if (step === 'sent' || step === 'interview') return ['company']
  if (step !== 'accepted' && step !== 'approved') return []
  if (objection) return [arranger]
  return [
    ...(placement.approvedBySender ? [] : (['sending'] as const)),
    ...(placement.approvedByParticipant ? [] : ([guardian ? 'guardian' : 'participant'] as const)),
  ]
}

/** Why a company says no. Design inference (workflow study B.4): the words beside it are free. */
export const refusalReasons = [
  'no-place',
  'dates',
  'language',
  'profile',
  'age',
  'no-tutor',
  'other',
] as const
/** Why a placement is taken back. */
export const withdrawalReasons = [
  'company-left',
  'participant-wish',
  'participant-left',
  'other-place',
  'dates',
  'other',
] as const
/** Written by SoftMob: another proposal took its place, or the record named another company. */
export const replaced = 'replaced'

export const interviewWays = ['phone', 'video', 'visit'] as const

export interface Interview {
  day: string
  /** HH:MM at the place. */
  time: string | null
  way: (typeof interviewWays)[number]
  /** Number, address of the call or of the place. */
  place: string | null
  outcome: string | null
}
