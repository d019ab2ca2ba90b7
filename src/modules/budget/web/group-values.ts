import type { SentFor } from '#web/api/use-api.ts'

export type Imagined =
  SentFor<'POST /organisations/:organisation/projects/:project/simulation'>['body']['groups'][number]

/** A group while it is typed; `key` names it on the screen. */
export interface GroupValues {
  key: number
  activityType: string
  country: string | null
  town: string
  participants: number | ''
  accompanying: number | ''
  days: number | ''
  travelDays: number | ''
  fewerOpportunities: number | ''
  green: boolean
  startDate: string
  insteadOfFlow: string | null
}

let next = 1

export const newGroup = (): GroupValues => ({
  key: next++,
  activityType: 'LM-SHORT-VET',
  country: null,
  town: '',
  participants: 12,
  accompanying: '',
  days: 21,
  travelDays: 2,
  fewerOpportunities: '',
  green: false,
  startDate: '',
  insteadOfFlow: null,
})

const given = (value: number | ''): number | undefined => (value === '' ? undefined : value)

/** What is asked of the server; null while the destination or a number is missing. */
export function groupOf(values: GroupValues): Imagined | null {
  const { participants, days, country } = values
  if (country === null || participants === '' || days === '') return null
  return {
    activityType: values.activityType,
    country,
    participants,
    days,
    ...(values.town.trim() ? { town: values.town.trim() } : {}),
    ...(given(values.accompanying) ? { accompanying: Number(values.accompanying) } : {}),
    ...(given(values.travelDays) ? { travelDays: Number(values.travelDays) } : {}),
    ...(given(values.fewerOpportunities) ? { fewerOpportunities: Number(values.fewerOpportunities) } : {}),
    ...(values.green ? { green: true } : {}),
    ...(values.startDate ? { startDate: values.startDate } : {}),
    ...(values.insteadOfFlow ? { insteadOfFlow: values.insteadOfFlow } : {}),
  }
}

/** A kept group, opened to be changed. */
export const valuesOf = (group: Imagined): GroupValues => ({
  ...newGroup(),
  activityType: group.activityType,
  country: group.country,
  town: group.town ?? '',
  participants: group.participants,
  accompanying: group.accompanying ?? '',
  days: group.days,
  travelDays: group.travelDays ?? '',
  fewerOpportunities: group.fewerOpportunities ?? '',
  green: group.green ?? false,
  startDate: group.startDate ?? '',
  insteadOfFlow: group.insteadOfFlow ?? null,
})
