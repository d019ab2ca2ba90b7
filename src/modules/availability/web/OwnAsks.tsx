import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import type { AnswerOf } from '#web/api/api.ts'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './OwnAsks.module.css'

type OwnAsk = AnswerOf<'GET /tutor/availability'>['items'][number]

/** What a company is asked about its places, on the tutor's phone: a number, one button, or "none". */
export default function OwnAsks({ secret }: { secret: string }) {
  const asks = useApi('GET /tutor/availability', {}, { tutorLink: secret })
  return (
    <>
      {(asks.data?.items ?? []).map((ask) => (
        <OneAsk key={ask.id} ask={ask} secret={secret} />
      ))}
    </>
  )
}

function OneAsk({ ask, secret }: { ask: OwnAsk; secret: string }) {
  const { t } = useTranslation('availability')
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  return (
    <section className={classes.card} aria-labelledby={`ask-${ask.id}`}>
      <h2 id={`ask-${ask.id}`} className={classes.title}>
        {t('availability:tutor.title')}
      </h2>
      <p>
        {t('availability:tutor.text', {
          asker: ask.asker,
          name: ask.name,
          period: format.dateRange(ask.startsOn, ask.endsOn),
        })}
      </p>
      {ask.message && <p className={classes.message}>{ask.message}</p>}
      {ask.answerBy && !ask.answered && (
        <p className={classes.quiet}>{t('availability:tutor.by', { day: format.date(ask.answerBy) })}</p>
      )}
      {ask.answered && !changing ? (
        <>
          <p role="status">
            {ask.places
              ? t('availability:tutor.thanksPlaces', { count: ask.places })
              : t('availability:tutor.thanksNone')}
          </p>
          <Button variant="subtle" size="md" onClick={() => setChanging(true)}>
            {t('availability:tutor.change')}
          </Button>
        </>
      ) : (
        <AnswerForm ask={ask} secret={secret} onDone={() => setChanging(false)} />
      )}
    </section>
  )
}

interface AnswerFormProps {
  ask: OwnAsk
  secret: string
  onDone: () => void
}

function AnswerForm({ ask, secret, onDone }: AnswerFormProps) {
  const { t } = useTranslation('availability')
  const [places, setPlaces] = useState(ask.places ?? 1)
  const [words, setWords] = useState({
    title: ask.title ?? '',
    workingHours: ask.workingHours ?? '',
    note: ask.note ?? '',
  })
  const answer = useApiMutation('PUT /tutor/availability/:ask', {
    invalidates: ['GET /tutor/availability'],
    tutorLink: secret,
    onDone,
  })
  const send = (count: number): void =>
    answer.mutate({ params: { ask: ask.id }, body: { ...words, tasks: ask.tasks, places: count } })
  const text = (name: keyof typeof words) => ({
    label: t(`availability:field.${name}`),
    value: words[name],
    size: 'md' as const,
    onChange: (event: { currentTarget: { value: string } }) =>
      setWords({ ...words, [name]: event.currentTarget.value }),
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        send(Math.max(1, places))
      }}
    >
      <div className={classes.stepper} role="group" aria-label={t('availability:field.places')}>
        <Button
          variant="default"
          size="lg"
          aria-label={t('availability:tutor.fewer')}
          disabled={places <= 1}
          onClick={() => setPlaces(places - 1)}
        >
          −
        </Button>
        <output className={classes.count} aria-live="polite">
          {places}
        </output>
        <Button
          variant="default"
          size="lg"
          aria-label={t('availability:tutor.more')}
          disabled={places >= 1000}
          onClick={() => setPlaces(places + 1)}
        >
          +
        </Button>
      </div>
      <details>
        <summary className={classes.summary}>{t('availability:tutor.details')}</summary>
        <div className={classes.form}>
          <TextInput {...text('title')} description={t('availability:field.titleHint')} maxLength={200} />
          <TextInput {...text('workingHours')} maxLength={200} />
          <Textarea {...text('note')} autosize minRows={2} maxLength={2000} />
        </div>
      </details>
      <Button type="submit" size="lg" loading={answer.isPending}>
        {t('availability:tutor.send', { count: places })}
      </Button>
      <Button variant="default" size="lg" disabled={answer.isPending} onClick={() => send(0)}>
        {t('availability:tutor.none')}
      </Button>
      <ProblemNote problem={answer.error} />
    </form>
  )
}
