import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Section } from '#web/layout/Section.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { readsOfMobility, type MobilityRecord } from './use-mobility.ts'

type Problem = MobilityRecord['problems'][number]

/** Problems that somebody reported, the unanswered first; nothing is shown while there are none. */
export function Problems({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation('record')
  if (record.problems.length === 0) return null
  const open = record.problems.filter((problem) => problem.answer === null)
  const answered = record.problems.filter((problem) => problem.answer !== null)
  return (
    <Section
      title={t('record:problems.title')}
      aside={open.length > 0 && t('record:problems.open', { count: open.length })}
    >
      <Stack>
        {[...open, ...answered].map((problem) => (
          <ReportedProblem key={problem.id} problem={problem} organisation={organisation} />
        ))}
      </Stack>
    </Section>
  )
}

function ReportedProblem({ problem, organisation }: { problem: Problem; organisation: string }) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const may = useMay()
  return (
    <article>
      <Text fw={600}>{t(`record:problemKind.${problem.kind}`, { defaultValue: problem.kind })}</Text>
      {problem.text && <Text style={{ whiteSpace: 'pre-wrap' }}>{problem.text}</Text>}
      <Text size="sm" c="dimmed">{`${problem.by} · ${format.dateTime(problem.at)}`}</Text>
      {problem.answer !== null && (
        <Text mt="xs" size="sm">
          {t('record:problems.answered', { by: problem.answeredBy, answer: problem.answer })}
        </Text>
      )}
      {problem.answer === null && may('tasks.complete') && (
        <AnswerForm id={problem.id} organisation={organisation} />
      )}
    </article>
  )
}

function AnswerForm({ id, organisation }: { id: string; organisation: string }) {
  const { t } = useTranslation('record')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { answer: '' },
    validate: { answer: (value: string) => (value.trim() ? null : t('record:problems.answerNeeded')) },
    send: ({ answer }) =>
      api('POST /organisations/:organisation/problems/:problem/answer', {
        params: { organisation, problem: id },
        body: { answer },
      }),
    onDone: () => void refresh(client, readsOfMobility),
  })
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" mt="xs">
        <Textarea
          label={t('record:problems.answer')}
          autosize
          minRows={1}
          style={{ flex: 1 }}
          {...form.getInputProps('answer')}
        />
        <Button type="submit" variant="default" loading={sending}>
          {t('record:problems.send')}
        </Button>
      </Group>
      <ProblemNote problem={problem} />
    </form>
  )
}
