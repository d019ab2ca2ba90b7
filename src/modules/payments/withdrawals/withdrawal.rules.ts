/** Something that was spent for a stay that did not take place. */
export interface WithdrawalCost {
  about: string
  amount: number
  /** Comes back from whoever was paid (airline, landlord). */
  refunded: number
  /** Stays with the participant, as the agency accepts it (force majeure, costs that nobody could avoid). */
  kept: boolean
}

const cents = (euros: number): number => Math.round(euros * 100)

/**
 * What a withdrawal comes to in euros: spent, come back, kept by the participant, and to be returned by the participant. No rule was found that says
 * what may be kept: that is a decision of the coordinator, cost by cost, and stands in the journal.
 */
export function withdrawalSums(paid: number, costs: readonly WithdrawalCost[]) {
  const sum = (of: (cost: WithdrawalCost) => number): number =>
    costs.reduce((all, cost) => all + cents(of(cost)), 0)
  const kept = Math.min(
    sum((cost) => (cost.kept ? cost.amount - cost.refunded : 0)),
    cents(paid),
  )
  return {
    spent: sum(({ amount }) => amount) / 100,
    refunded: sum(({ refunded }) => refunded) / 100,
    kept: kept / 100,
    toReturn: Math.max(0, cents(paid) - kept) / 100,
  }
}

/** Why a cost cannot be so, or null; words in `payments:field.<code>`. */
export const whyNotCost = ({ amount, refunded }: WithdrawalCost): 'refund-above-cost' | null =>
  refunded > amount ? 'refund-above-cost' : null
