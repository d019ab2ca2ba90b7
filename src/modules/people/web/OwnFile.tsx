import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ApiProblem } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { OwnFacts } from './OwnFacts.tsx'
import { OwnFields } from './OwnFields.tsx'
import { changesOf, valuesOf, type OwnFileAnswer, type OwnValues } from './own-values.ts'
import classes from './own.module.css'

const reads = [
  'GET /me/people',
  'GET /me/mobilities',
  'GET /me/mobilities/:mobility',
  'GET /me/mobilities/:mobility/tasks',
  'GET /me/tasks',
] as const

/**
 * One file to check and complete. What was typed is saved first, whatever is still missing; only then is it said to be
 * right, so that nothing typed is lost.
 */
export function OwnFile({ first, present }: { first: OwnFileAnswer; present: OwnFileAnswer }) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const title = useId()
  const [begun, begin] = useState(first)
  const [said, setSaid] = useState('')
  const later = useRef(false)
  const params = { person: begun.id }

  const save = async (values: OwnValues): Promise<void> => {
    const body = changesOf(begun, values)
    if (Object.keys(body).length === 0) return
    begin(await api('PATCH /me/people/:person', { params, version: begun.version, body }))
    setSaid(t('people:own.saved'))
  }
  const confirm = async (): Promise<void> => {
    try {
      begin(await api('POST /me/people/:person/check', { params }))
      setSaid(t('people:own.thanks'))
    } catch (error) {
      if (error instanceof ApiProblem && error.details.code === 'invalid') setSaid(t('people:own.missing'))
      throw error
    }
  }
  const { form, submit, sending, problem } = useApiForm<OwnValues>({
    initialValues: valuesOf(begun),
    send: async (values) => {
      const saveOnly = later.current
      later.current = false
      setSaid('')
      try {
        await save(values)
        if (saveOnly) return setSaid(t('people:own.saved'))
        await confirm()
      } finally {
        // Also after a refusal: what was saved before it shall be seen everywhere.
        void refresh(client, reads)
      }
    },
  })
  const catchUp = (): void => {
    form.setValues(caughtUp(valuesOf(begun), valuesOf(present), form.getValues()))
    begin(present)
  }
  const own = begun.relation === 'self'
  const name = `${begun.givenName} ${begun.familyName}`.trim()
  return (
    <section className={classes.card} aria-labelledby={title}>
      <h2 id={title} className={classes.title}>
        {name}
      </h2>
      <p className={classes.quiet}>
        {t(own ? 'people:own.text' : 'people:own.textOther', { organisation: begun.organisation.name, name })}
      </p>
      <OwnFacts file={begun} />
      <form onSubmit={submit} className={classes.form} noValidate>
        <OwnFields file={begun} inputProps={(field) => form.getInputProps(field)} />
        <ProblemNote problem={problem} retry={present.version > begun.version ? catchUp : undefined} />
        <p role="status" className={said ? classes.state : classes.quiet}>
          {said}
        </p>
        <Button size="lg" type="submit" loading={sending}>
          {t(own ? 'people:own.confirm' : 'people:own.confirmOther', { name: begun.givenName })}
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={sending}
          onClick={() => {
            later.current = true
            submit()
          }}
        >
          {t('people:own.later')}
        </Button>
      </form>
    </section>
  )
}
