/**
 * The cost items of a KA121 or KA122 project, as the budget summary of the Beneficiary Module lists them
 * (https://wikis.ec.europa.eu/display/NAITDOC/Budget+in+KA122+applications). No official codes were found: the keys are ours,
 * the same as the categories of a grant calculation.
 */
export const costItems = [
  'organisational-support',
  'travel',
  'individual-support',
  'linguistic-support',
  'preparatory-visit',
  'course-fees',
  'inclusion-support-organisation',
  'inclusion-support-participant',
  'exceptional-costs',
  'exceptional-costs-guarantee',
] as const
export type CostItem = (typeof costItems)[number]

/** Euros awarded per cost item; items without an award are absent. */
export type Awarded = Partial<Record<CostItem, number>>

/** The sum in euros, exact to the cent. */
export function awardedTotal(awarded: Awarded): number {
  return Object.values(awarded).reduce((cents, euros) => cents + Math.round(euros * 100), 0) / 100
}

/** The award after an edit: sent items replace, null takes an item away, the others stay. */
export function editedAward(present: Awarded, edit: Partial<Record<CostItem, number | null>>): Awarded {
  const merged: Partial<Record<CostItem, number | null>> = { ...present, ...edit }
  return Object.fromEntries(Object.entries(merged).filter(([, euros]) => typeof euros === 'number'))
}
