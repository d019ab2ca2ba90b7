import type { SentFor } from '#web/api/use-api.ts'
import { isCertificate, type PaperKind } from '../kinds.rules.ts'
import type { ShownPaper } from './paper-answers.ts'

/** A paper as its form holds it: texts, empty where nothing is known. */
export interface PaperValues {
  [field: string]: unknown
  document: string | null
  number: string
  country: string | null
  validFrom: string
  validUntil: string
  insurer: string
  emergencyPhone: string
  covers: string[]
  invitedOn: string
  appointmentOn: string
  appointmentTime: string
  appointmentPlace: string
  note: string
}

export type PaperBody = Omit<SentFor<'PUT /me/mobilities/:mobility/papers/:paper'>['body'], 'version'>

/** Which fields a kind has; few, so that a thumb gets through. */
export function fieldsOf(kind: PaperKind): readonly (keyof PaperValues & string)[] {
  if (kind === 'identity') return ['document', 'country', 'number', 'validUntil']
  if (kind === 'ehic') return ['number', 'validUntil']
  if (kind === 'insurance')
    return ['insurer', 'number', 'emergencyPhone', 'validFrom', 'validUntil', 'covers']
  if (kind === 'visa')
    return [
      'appointmentOn',
      'appointmentTime',
      'appointmentPlace',
      'invitedOn',
      'number',
      'validFrom',
      'validUntil',
    ]
  return ['validFrom', 'validUntil', 'note']
}

export function valuesOf({ kind, paper, covers }: ShownPaper, nationality: string | null): PaperValues {
  return {
    document: paper?.document ?? (kind === 'identity' ? 'id-card' : null),
    number: '',
    country: paper?.country ?? (kind === 'identity' ? nationality : null),
    validFrom: paper?.validFrom ?? '',
    validUntil: paper?.validUntil ?? '',
    insurer: paper?.insurer ?? '',
    emergencyPhone: paper?.emergencyPhone ?? '',
    covers: paper?.covers ?? [...covers],
    invitedOn: paper?.invitedOn ?? '',
    appointmentOn: paper?.appointmentOn ?? '',
    appointmentTime: paper?.appointmentTime ?? '',
    appointmentPlace: paper?.appointmentPlace ?? '',
    note: paper?.note ?? '',
  }
}

/** What is sent: the fields of the kind; a number that was left empty stays as it was. */
export function bodyOf(kind: PaperKind, values: PaperValues): PaperBody {
  const text = (value: string): string | null => value.trim() || null
  const has = new Set(fieldsOf(kind))
  return {
    document: has.has('document') ? (values.document as 'passport' | 'id-card' | null) : null,
    ...(values.number.trim() ? { number: values.number.trim() } : {}),
    country: has.has('country') ? values.country : null,
    validFrom: text(values.validFrom),
    validUntil: text(values.validUntil),
    insurer: text(values.insurer),
    emergencyPhone: text(values.emergencyPhone),
    covers: kind === 'insurance' ? values.covers : [],
    invitedOn: text(values.invitedOn),
    appointmentOn: text(values.appointmentOn),
    appointmentTime: text(values.appointmentTime),
    appointmentPlace: text(values.appointmentPlace),
    note: text(values.note),
  }
}

/** What is asked for before it is sent: an end for everything but certificates and a visa that only has its appointment. */
export const needsEnd = (kind: PaperKind, values: PaperValues): boolean =>
  !isCertificate(kind) && !(kind === 'visa' && values.appointmentOn !== '')
