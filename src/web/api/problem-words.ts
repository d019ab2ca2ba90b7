import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FieldError, ProblemDetails } from '#shared/problems.ts'
import { formatOf } from '#web/i18n/formatters.ts'
import { ApiProblem } from './api.ts'

/** A problem as people read it: what happened, and what to do now. */
export interface ProblemWords {
  title: string
  text: string
}

const unexpected: ProblemDetails = { type: 'about:blank', title: '', status: 500, code: 'unavailable' }

/** The explanation inside anything that was thrown; what nobody foresaw counts as our fault. */
export function detailsOf(error: unknown): ProblemDetails {
  return error instanceof ApiProblem ? error.details : unexpected
}

/** The module whose words a reason needs: `mobilities:whyNot.x` → `mobilities`. */
export function namespaceOf(details: ProblemDetails): string {
  const code = details.reason?.code ?? ''
  return code.includes(':') ? code.slice(0, code.indexOf(':')) : 'problems'
}

/** Words for a problem, its reason first where the server gave one. The words' files must be loaded. */
export function problemWords(t: TFunction, language: string, details: ProblemDetails): ProblemWords {
  if (details.status === 0) return { title: t('problems:offline.title'), text: t('problems:offline.text') }
  const title = t(`problems:title.${details.code}`)
  if (details.reason) {
    const text = t(details.reason.code, { ...readable(language, details.reason.values), defaultValue: '' })
    if (text) return { title, text }
  }
  if (details.changed?.by && details.changed.at) {
    const { by, at } = details.changed
    return { title, text: t('problems:changedBy', { by, at: formatOf(language).dateTime(at) }) }
  }
  if (details.code === 'invalid' && details.errors?.[0]) {
    return { title, text: fieldErrorWords(t, language, details.errors[0]) }
  }
  return { title, text: t(`problems:text.${details.code}`) }
}

/** Words for one field's mistake; the server's own sentence where we have none. */
export function fieldErrorWords(t: TFunction, language: string, error: FieldError): string {
  const values = readable(language, error.values)
  if (error.code.includes(':')) return t(error.code, { ...values, defaultValue: error.message })
  return t(`problems:field.${error.code}`, { ...values, defaultValue: error.message })
}

/** The words of a problem, in the language on screen; null while there is none or its words are being loaded. */
export function useProblemWords(problem: unknown): ProblemWords | null {
  const details = problem ? detailsOf(problem) : null
  const { t, i18n, ready } = useTranslation(['problems', details ? namespaceOf(details) : 'problems'], {
    useSuspense: false,
  })
  return details && ready ? problemWords(t, i18n.language, details) : null
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Days among the values are written as the reader writes them. */
function readable(
  language: string,
  values: Record<string, string | number> = {},
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && day.test(value) ? formatOf(language).date(value) : value,
    ]),
  )
}
