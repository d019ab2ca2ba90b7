import type { Call } from '#shared/endpoint.ts'
import type { EndpointsByKey } from '#web/api/api.ts'
import type { interviewWays, refusalReasons, withdrawalReasons } from '../placement-steps.rules.ts'

type Body = Call<EndpointsByKey['POST /organisations/:organisation/placements/:placement/steps']>['body']

/** Steps that ask for something first. */
export type FormAct = 'interview' | 'outcome' | 'accept' | 'refuse' | 'confirm' | 'withdraw'

export interface ActValues extends Record<string, unknown> {
  interview: { day: string; time: string; way: (typeof interviewWays)[number]; place: string }
  outcome: string
  workingHours: string
  workplaceAddress: string
  tutor: { name: string; phone: string }
  code: string
  reason: string
}

/** The form's first values, with what is known already. */
export function emptyAct(
  act: FormAct,
  known: {
    interview: {
      day: string
      time: string | null
      way: (typeof interviewWays)[number]
      place: string | null
    } | null
    workingHours: string | null
    workplaceAddress: string | null
    tutor: { name: string; phone: string } | null
  },
): ActValues {
  return {
    interview: {
      day: known.interview?.day ?? '',
      time: known.interview?.time ?? '',
      way: known.interview?.way ?? 'phone',
      place: known.interview?.place ?? '',
    },
    outcome: '',
    workingHours: known.workingHours ?? '',
    workplaceAddress: known.workplaceAddress ?? '',
    tutor: { name: known.tutor?.name ?? '', phone: known.tutor?.phone ?? '' },
    code: act === 'refuse' ? 'no-place' : 'company-left',
    reason: '',
  }
}

/** A form's values as the API takes them. */
export function bodyOf(act: FormAct, values: ActValues): Body & { do: FormAct } {
  const reason = values.reason.trim() || null
  switch (act) {
    case 'interview': {
      const { time, place, ...rest } = values.interview
      return { do: act, interview: { ...rest, time: time.slice(0, 5) || null, place: place || null } }
    }
    case 'outcome':
      return { do: act, outcome: values.outcome }
    case 'accept':
      return {
        do: act,
        workingHours: values.workingHours || null,
        workplaceAddress: values.workplaceAddress || null,
        tutor: values.tutor.name.trim() ? values.tutor : null,
      }
    case 'refuse':
      return { do: act, code: values.code as (typeof refusalReasons)[number], reason }
    case 'confirm':
      return { do: act, reason }
    default:
      return { do: act, code: values.code as (typeof withdrawalReasons)[number], reason }
  }
}
