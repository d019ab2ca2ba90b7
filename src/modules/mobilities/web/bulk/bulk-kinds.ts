import type { Call } from '#shared/endpoint.ts'
import type { bulkContract } from '#modules/bulk/bulk.contract.ts'

/** What can be done to many; `cancel` is a change of status with its reason. */
export const bulkKinds = [
  'assign-flow',
  'set-dates',
  'set-host',
  'set-grant',
  'set-profile',
  'add-task',
  'change-status',
  'cancel',
  'give-pack',
  'message',
] as const
export type BulkKind = (typeof bulkKinds)[number]

type Body = Call<(typeof bulkContract)['start']>['body']
export type BulkAction = Body['action']
export type BulkSelection = Body['selection']

/** All fields of all kinds; each form shows its own. */
export type BulkValues = {
  flowId: string | null
  takeDates: boolean
  departure: string
  return: string
  hostingId: string | null
  green: string | null
  fewerOpportunities: string | null
  travelDays: number | string
  field: string | null
  mostKilometres: number | string
  language: string | null
  level: string
  title: string
  owner: string | null
  anchor: string
  days: number | string
  when: string
  to: string | null
  reason: string
  anyway: boolean
  recipients: string[]
  subject: string
  text: string
}

export const noValues: BulkValues = {
  flowId: null,
  takeDates: true,
  departure: '',
  return: '',
  hostingId: null,
  green: null,
  fewerOpportunities: null,
  travelDays: '',
  field: null,
  mostKilometres: '',
  language: null,
  level: 'A2',
  title: '',
  owner: 'participant',
  anchor: 'departure',
  days: 14,
  when: 'before',
  to: null,
  reason: '',
  anyway: false,
  recipients: ['participant'],
  subject: '',
  text: '',
}

/** The action that the API is asked for. */
export function actionOf(kind: BulkKind, values: BulkValues): BulkAction {
  const reason = values.reason.trim() ? { reason: values.reason } : {}
  if (kind === 'assign-flow') return { kind, flowId: values.flowId, takeDates: values.takeDates }
  if (kind === 'set-dates') return { kind, departure: values.departure, return: values.return }
  if (kind === 'set-host') return { kind, hostingId: values.hostingId }
  if (kind === 'set-grant')
    return {
      kind,
      ...(values.green === null ? {} : { green: values.green === 'yes' || null }),
      ...(values.fewerOpportunities === null
        ? {}
        : { fewerOpportunities: values.fewerOpportunities === 'yes' || null }),
      ...(values.travelDays === '' ? {} : { travelDays: Number(values.travelDays) }),
    }
  if (kind === 'set-profile') return { kind, ...profileOf(values) }
  if (kind === 'add-task') {
    const days = Number(values.days) * (values.when === 'before' ? -1 : 1)
    return {
      kind,
      title: values.title,
      owner: (values.owner ?? 'participant') as 'participant',
      anchor: values.anchor as 'departure',
      offsetDays: days,
    }
  }
  if (kind === 'change-status') return { kind, to: (values.to ?? 'selected') as 'selected', ...reason }
  if (kind === 'give-pack') return { kind, anyway: values.anyway }
  if (kind === 'cancel') return { kind: 'change-status', to: 'cancelled', ...reason }
  return { kind, to: values.recipients as ['participant'], subject: values.subject, text: values.text }
}

function profileOf({ field, mostKilometres, language, level }: BulkValues) {
  return {
    ...(field === null ? {} : { field }),
    ...(mostKilometres === '' ? {} : { mostKilometres: Number(mostKilometres) }),
    ...(language === null ? {} : { languages: [{ code: language, level: level as 'A2' }] }),
  }
}

/** The first field that has to be filled in before anything can be asked. */
export function missingField(kind: BulkKind, values: BulkValues): keyof BulkValues | null {
  const needed: Record<BulkKind, (keyof BulkValues)[]> = {
    'assign-flow': ['flowId'],
    'set-dates': ['departure', 'return'],
    'set-host': ['hostingId'],
    'set-grant': [],
    'set-profile': [],
    'add-task': ['title', 'owner', 'days'],
    'change-status': ['to'],
    cancel: ['reason'],
    'give-pack': [],
    message: ['subject', 'text'],
  }
  if (kind === 'message' && values.recipients.length === 0) return 'recipients'
  const said = values.green !== null || values.fewerOpportunities !== null || values.travelDays !== ''
  if (kind === 'set-grant' && !said) return 'green'
  if (kind === 'set-profile' && Object.keys(profileOf(values)).length === 0) return 'field'
  return needed[kind].find((field) => values[field] === null || String(values[field]).trim() === '') ?? null
}
