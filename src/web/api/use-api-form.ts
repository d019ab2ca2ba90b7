import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from './api.ts'
import { detailsOf, fieldErrorWords } from './problem-words.ts'

type Values = Record<string, unknown>

/** Sends a form, and knows whether anything in it is still to be sent. */
export interface Submit {
  (event?: FormEvent<HTMLFormElement>): void
  isUnsaved: () => boolean
}

export interface ApiForm<V extends Values> {
  form: UseFormReturnType<V>
  /** For `<form onSubmit>`. */
  submit: Submit
  sending: boolean
  /** What could not be told at a field; for `<ProblemNote>`. */
  problem: unknown
}

export interface ApiFormInput<V extends Values> extends UseFormInput<V> {
  initialValues: V
  /** Maps the form's values to the API and sends them. */
  send: (values: V) => Promise<unknown>
  onDone?: () => void
}

/** A form whose mistakes, found here or by the server, stand at their fields; the first of them gets the focus. */
export function useApiForm<V extends Values>({ send, onDone, ...input }: ApiFormInput<V>): ApiForm<V> {
  const form = useForm<V>(input) as UseFormReturnType<V>
  const { t, i18n } = useTranslation('problems')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const refused = (error: unknown): void => {
    const { atFields, elsewhere } = sortMistakes(error, (path) => hasField(form.getValues(), path))
    const words = atFields.map(
      (mistake) => [mistake.field, fieldErrorWords(t, i18n.language, mistake)] as const,
    )
    form.setErrors(Object.fromEntries(words))
    const first = atFields[0]
    if (first) form.getInputNode(first.field)?.focus()
    setProblem(elsewhere ? error : null)
  }

  const sendValues = async (values: V): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      await send(values)
      form.resetDirty()
      onDone?.()
    } catch (error) {
      refused(error)
    } finally {
      setSending(false)
    }
  }

  const focusFirst = (errors: object): void => {
    const first = Object.keys(errors)[0]
    if (first) form.getInputNode(first)?.focus()
  }
  const submit = Object.assign(
    form.onSubmit((values) => void sendValues(values as V), focusFirst),
    { isUnsaved: () => form.isDirty() },
  )
  return { form, submit, sending, problem }
}

/** Parts a refusal into mistakes that stand at a field of the form and whatever else there is to say. */
export function sortMistakes(error: unknown, isField: (path: string) => boolean) {
  const mistakes = error instanceof ApiProblem ? (detailsOf(error).errors ?? []) : []
  const atFields = mistakes.filter((mistake) => isField(mistake.field))
  return { atFields, elsewhere: atFields.length === 0 || atFields.length < mistakes.length }
}

function hasField(values: Values, path: string): boolean {
  let here: unknown = values
  for (const step of path.split('.')) {
    if (typeof here !== 'object' || here === null || !(step in here)) return false
    here = (here as Values)[step]
  }
  return true
}
