/** Fields of the organisation itself that two entries of one company can differ in. */
export const organisationFields = ['name', 'country', 'town', 'address', 'email', 'phone', 'website'] as const

/** Fields of the card, as far as they are simple words, numbers or lists of words. */
export const cardFields = [
  'field',
  'occupations',
  'employees',
  'languages',
  'minimumAge',
  'accessible',
  'protectiveEquipment',
  'canteen',
  'insurance',
  'contractUntil',
  'lastVisit',
  'mostTrainees',
  'employeesPerTrainee',
  'restDays',
  'rating',
  'note',
] as const
export type MergerField = (typeof organisationFields)[number] | (typeof cardFields)[number]
export type MergerValue = string | number | boolean | null | readonly string[]

export interface Difference {
  field: MergerField
  kept: MergerValue
  other: MergerValue
  take: 'kept' | 'other'
}

/** What two entries say differently. What only one of them knows is proposed from it, else the kept one's word. */
export function differencesOf(
  kept: Readonly<Record<MergerField, MergerValue>>,
  other: Readonly<Record<MergerField, MergerValue>>,
): Difference[] {
  return [...organisationFields, ...cardFields].flatMap((field) => {
    if (isEmpty(other[field]) || JSON.stringify(kept[field]) === JSON.stringify(other[field])) return []
    const later = (field === 'lastVisit' || field === 'contractUntil') && other[field]! > (kept[field] ?? '')
    return [
      {
        field,
        kept: kept[field],
        other: other[field],
        take: isEmpty(kept[field]) || later ? ('other' as const) : ('kept' as const),
      },
    ]
  })
}

const isEmpty = (value: MergerValue): boolean =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

/** Why two companies cannot be made one; words in `companies:whyNot.<code>`. */
export function whyNotMerge(
  organisationId: string,
  kept: { id: string; claimed: boolean; keptBy: string | null },
  other: { id: string; claimed: boolean; keptBy: string | null },
): 'same-company' | 'company-claimed' | 'company-kept-by-other' | null {
  if (kept.id === other.id) return 'same-company'
  if (kept.claimed || other.claimed) return 'company-claimed'
  return kept.keptBy === organisationId && other.keptBy === organisationId ? null : 'company-kept-by-other'
}
