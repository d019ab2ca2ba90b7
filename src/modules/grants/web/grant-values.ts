import type { Grant } from './grant-answers.ts'

type Inputs = Grant['inputs']

export const flags = [
  'green',
  'fewerOpportunities',
  'linguisticSupport',
  'zeroGrant',
  'noOrganisationalSupport',
  'fleeingUkraine',
  'international',
  'blended',
] as const
export const dayFields = ['travelDays', 'courseDays', 'interruptionDays', 'actualDays'] as const

/** Expensive travel is an exceptional cost that stands in place of travel support. */
export const costKinds = ['inclusion-support-participant', 'exceptional-costs', 'expensive-travel'] as const

export interface RealCostValues {
  kind: (typeof costKinds)[number]
  amount: number | ''
  percent: number | ''
  about: string
}

export interface VenueValues {
  country: string | null
  days: number | ''
  distanceKm: number | ''
}

/** What stands in the form; an empty number is an answer not given. */
export type GrantValues = Record<(typeof flags)[number], boolean> &
  Record<(typeof dayFields)[number] | 'distanceKm', number | ''> & {
    role: string
    region: string
    distanceEvidence: string | null
    forceReason: string
    forceTravel: number | ''
    forceSupport: number | ''
    realCosts: RealCostValues[]
    venues: VenueValues[]
  }

export function valuesOf({ inputs, role }: Pick<Grant, 'inputs' | 'role'>): GrantValues {
  const force = inputs.forceMajeure
  return {
    ...(Object.fromEntries(flags.map((flag) => [flag, inputs[flag] ?? false])) as Record<
      (typeof flags)[number],
      boolean
    >),
    ...(Object.fromEntries(
      [...dayFields, 'distanceKm' as const].map((field) => [field, inputs[field] ?? '']),
    ) as Record<(typeof dayFields)[number] | 'distanceKm', number | ''>),
    role,
    region: String(inputs.region ?? ''),
    distanceEvidence: inputs.distanceEvidence ?? null,
    forceReason: force?.reason ?? '',
    forceTravel: force?.amounts.travel ?? '',
    forceSupport: force?.amounts['individual-support'] ?? '',
    venues: (inputs.venues ?? []).map(({ country, days, distanceKm }) => ({
      country,
      days,
      distanceKm: distanceKm ?? '',
    })),
    realCosts: (inputs.realCosts ?? []).map(({ category, amount, percent, about, expensiveTravel }) => ({
      kind: expensiveTravel ? 'expensive-travel' : category,
      amount,
      percent: percent ?? '',
      about: about ?? '',
    })),
  }
}

const given = (value: number | ''): number | null => (value === '' ? null : value)

/** The form as an edit: everything it asks for, null where there is no answer. */
export function editOf(values: GrantValues): Inputs {
  const venues = values.venues.flatMap(({ country, days, distanceKm }) =>
    country === null || days === '' ? [] : [{ country, days, ...(distanceKm === '' ? {} : { distanceKm }) }],
  )
  const costs = values.realCosts.filter(({ amount }) => amount !== '')
  const byHand = values.forceTravel !== '' || values.forceSupport !== '' || values.forceReason.trim() !== ''
  return {
    ...Object.fromEntries(flags.map((flag) => [flag, values[flag] ? true : null])),
    ...Object.fromEntries(dayFields.map((field) => [field, given(values[field])])),
    role: values.role as NonNullable<Inputs['role']>,
    region: values.region === '' ? null : Number(values.region),
    distanceKm: given(values.distanceKm),
    distanceEvidence: values.distanceEvidence,
    forceMajeure: byHand
      ? {
          reason: values.forceReason,
          amounts: {
            ...(values.forceTravel === '' ? {} : { travel: values.forceTravel }),
            ...(values.forceSupport === '' ? {} : { 'individual-support': values.forceSupport }),
          },
        }
      : null,
    venues: venues.length === 0 ? null : venues,
    realCosts:
      costs.length === 0
        ? null
        : costs.map(({ kind, amount, percent, about }) => ({
            category: kind === 'inclusion-support-participant' ? kind : 'exceptional-costs',
            ...(kind === 'expensive-travel' ? { expensiveTravel: true } : {}),
            amount: Number(amount),
            ...(percent === '' ? {} : { percent }),
            ...(about.trim() === '' ? {} : { about: about.trim() }),
          })),
  }
}

/** Only what differs from how the form was opened, so that it takes nothing back that somebody else has said meanwhile. */
export function changesOf(before: GrantValues, now: GrantValues): Inputs {
  const opened = editOf(before)
  const same = (key: keyof Inputs, value: unknown): boolean =>
    JSON.stringify(opened[key]) === JSON.stringify(value)
  return Object.fromEntries(
    Object.entries(editOf(now)).filter(([key, value]) => !same(key as keyof Inputs, value)),
  )
}
