import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { PhoneLink } from '#web/parts/Reach.tsx'
import { problemKinds, type ProblemKind } from '#modules/tutor-links/tutor-links.rules.ts'
import { Helpers, type OwnMobilityAnswer } from './OwnMobility.tsx'
import classes from './participant.module.css'

/** Help is one tap away: the emergency number, the people to ask, and a message that reaches school and host at once. */
export default function HelpPage() {
  const { t } = useTranslation('participant')
  const own = useApi('GET /me/mobilities')
  useTitle(t('participant:nav.help'))
  return (
    <>
      <h1 className={classes.heading}>{t('participant:nav.help')}</h1>
      <p>
        {t('participant:help.danger')}{' '}
        <strong className={classes.strong}>
          <PhoneLink number="112" />
        </strong>
      </p>
      {own.isPending && <SkeletonRows rows={2} height={120} />}
      <ProblemNote problem={own.error} retry={() => void own.refetch()} />
      {own.data?.items.map((mobility) => (
        <section key={mobility.id}>
          {own.data.items.length > 1 && <h2 className={classes.title}>{mobility.participant.name}</h2>}
          <Helpers helpers={mobility.helpers} />
          <AskForHelp mobility={mobility} />
          <Asked problems={mobility.problems} />
        </section>
      ))}
    </>
  )
}

function AskForHelp({ mobility }: { mobility: OwnMobilityAnswer }) {
  const { t } = useTranslation(['participant', 'record'])
  const format = useFormat()
  const client = useQueryClient()
  const [told, setTold] = useState<readonly string[]>([])
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { kind: 'other' as ProblemKind, text: '' },
    validate: { text: (value: string) => (value.trim() ? null : t('participant:help.textNeeded')) },
    send: async (body) => {
      const answer = await api('POST /me/mobilities/:mobility/problems', {
        params: { mobility: mobility.id },
        body,
      })
      setTold(answer.told)
      form.reset()
      await refresh(client, ['GET /me/mobilities'])
    },
  })
  return (
    <section className={classes.card}>
      <h2 className={classes.sub}>{t('participant:help.title')}</h2>
      <form onSubmit={submit} className={classes.form} noValidate>
        <NativeSelect
          size="lg"
          label={t('participant:help.kind')}
          data={problemKinds.map((kind) => ({ value: kind, label: t(`record:problemKind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <Textarea
          size="lg"
          required
          autosize
          minRows={3}
          label={t('participant:help.text')}
          {...form.getInputProps('text')}
        />
        <ProblemNote problem={problem} />
        <Button size="lg" type="submit" loading={sending}>
          {t('participant:help.send')}
        </Button>
      </form>
      <div role="status">
        {told.length > 0 && (
          <p className={classes.state}>{t('participant:help.told', { names: format.list(told) })}</p>
        )}
      </div>
    </section>
  )
}

function Asked({ problems }: { problems: OwnMobilityAnswer['problems'] }) {
  const { t } = useTranslation(['participant', 'record'])
  const format = useFormat()
  if (problems.length === 0) return null
  return (
    <section className={classes.card}>
      <h2 className={classes.sub}>{t('participant:help.asked')}</h2>
      <ul className={classes.list}>
        {problems.map((problem) => (
          <li key={problem.id} className={classes.entry}>
            <div className={classes.strong}>
              {t(`record:problemKind.${problem.kind}`, { defaultValue: problem.kind })}
            </div>
            <div>{problem.text}</div>
            <div className={classes.quiet}>{format.dateTime(problem.at)}</div>
            <div className={classes.state}>{problem.answer ?? t('participant:help.waiting')}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
