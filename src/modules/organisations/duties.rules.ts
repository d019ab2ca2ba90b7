/**
 * What somebody of an organisation answers for, so that tasks and messages are addressed to the duty and not to a name
 * that may be outdated (product.md A3). The shipped checklists use these words.
 */
export const duties = [
  'coordinator',
  'mentor',
  'administration',
  'finance',
  'legal-representative',
  'arrival',
  'emergency',
  'tutor',
] as const
export type Duty = (typeof duties)[number]
