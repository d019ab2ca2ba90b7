import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'

/** A flow as a form keeps it: texts and days that are not there are empty. */
export type FlowValues = {
  name: string
  projectId: string | null
  activityType: string
  country: string | null
  town: string
  startDate: string
  endDate: string
  places: number | string
  accompanyingPlaces: number | string
  hostingId: string | null
}

interface Shown {
  name: string
  project: { id: string } | null
  activityType: string
  country: string | null
  town: string | null
  startDate: string | null
  endDate: string | null
  places: number
  accompanyingPlaces: number
  hosting: { id: string } | null
}

export function valuesOf(flow: Shown): FlowValues {
  return {
    name: flow.name,
    projectId: flow.project?.id ?? null,
    activityType: flow.activityType,
    country: flow.country,
    town: flow.town ?? '',
    startDate: flow.startDate ?? '',
    endDate: flow.endDate ?? '',
    places: flow.places,
    accompanyingPlaces: flow.accompanyingPlaces,
    hostingId: flow.hosting?.id ?? null,
  }
}

/** A flow that is being planned, perhaps of a known project. */
export const noFlow = (projectId: string | null): FlowValues => ({
  name: '',
  projectId,
  activityType: activityTypeKeys[0] ?? '',
  country: null,
  town: '',
  startDate: '',
  endDate: '',
  places: '',
  accompanyingPlaces: '',
  hostingId: null,
})

/** The fields as the API takes them: what is empty is not known; no places are none. */
export function inputOf(values: FlowValues) {
  return {
    ...values,
    town: values.town || null,
    startDate: values.startDate || null,
    endDate: values.endDate || null,
    places: Number(values.places || 0),
    accompanyingPlaces: Number(values.accompanyingPlaces || 0),
  }
}
