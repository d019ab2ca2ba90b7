import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { problemKinds, type ProblemKind } from '../tutor-links.rules.ts'
import type { TraineeAnswer } from './Trainee.tsx'
import classes from './TutorPage.module.css'

interface TraineeFormProps {
  kind: 'confirm' | 'decline' | 'problem'
  trainee: TraineeAnswer
  secret: string
  onClose: () => void
}

/** The one form that is open on a trainee's card: confirm, decline or report a problem. */
export default function TraineeForm({ kind, ...props }: TraineeFormProps) {
  if (kind === 'confirm') return <ConfirmForm {...props} />
  return kind === 'decline' ? <DeclineForm {...props} /> : <ProblemForm {...props} />
}

type FormProps = Omit<TraineeFormProps, 'kind'>

function ConfirmForm({ trainee, secret, onClose }: FormProps) {
  const { t } = useTranslation('tutor-links')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      workingHours: trainee.workingHours ?? '',
      workplaceAddress: trainee.workplaceAddress ?? '',
      phone: '',
    },
    send: (values) =>
      api(
        'POST /tutor/mobilities/:mobility/confirmation',
        {
          params: { mobility: trainee.id },
          body: {
            workingHours: values.workingHours || null,
            workplaceAddress: values.workplaceAddress || null,
            phone: values.phone || null,
          },
        },
        { tutorLink: secret },
      ),
    onDone: () => {
      void refresh(client, ['GET /tutor'])
      onClose()
    },
  })
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <h3 className={classes.sub}>{t('tutor-links:page.confirmTitle', { name: trainee.name })}</h3>
      <TextInput
        size="lg"
        label={t('tutor-links:page.hours')}
        placeholder="8:00–16:00"
        {...form.getInputProps('workingHours')}
      />
      <TextInput
        size="lg"
        label={t('tutor-links:page.address')}
        {...form.getInputProps('workplaceAddress')}
      />
      <TextInput size="lg" type="tel" label={t('tutor-links:page.phone')} {...form.getInputProps('phone')} />
      <Ends
        problem={problem}
        sending={sending}
        onClose={onClose}
        verb={t('tutor-links:page.confirm', { name: trainee.name })}
      />
    </form>
  )
}

function DeclineForm({ trainee, secret, onClose }: FormProps) {
  const { t } = useTranslation('tutor-links')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { reason: '' },
    validate: { reason: (value: string) => (value.trim() ? null : t('tutor-links:page.reasonNeeded')) },
    send: (body) =>
      api(
        'POST /tutor/mobilities/:mobility/refusal',
        { params: { mobility: trainee.id }, body },
        { tutorLink: secret },
      ),
    onDone: () => {
      void refresh(client, ['GET /tutor'])
      onClose()
    },
  })
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <h3 className={classes.sub}>{t('tutor-links:page.declineTitle', { name: trainee.name })}</h3>
      <Textarea
        size="lg"
        autosize
        minRows={2}
        required
        label={t('tutor-links:page.declineReason')}
        {...form.getInputProps('reason')}
      />
      <Ends problem={problem} sending={sending} onClose={onClose} verb={t('tutor-links:page.send')} />
    </form>
  )
}

function ProblemForm({ trainee, secret, onClose }: FormProps) {
  const { t } = useTranslation(['tutor-links', 'record'])
  const format = useFormat()
  const [told, setTold] = useState<readonly string[] | null>(null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { kind: 'absence' as ProblemKind, text: '' },
    send: async (body) => {
      const answer = await api(
        'POST /tutor/mobilities/:mobility/problems',
        { params: { mobility: trainee.id }, body },
        { tutorLink: secret },
      )
      setTold(answer.told)
    },
  })
  if (told)
    return (
      <div role="status" className={classes.form}>
        <p className={classes.state}>{t('tutor-links:page.told', { names: format.list(told) })}</p>
        <Button size="lg" variant="default" onClick={onClose}>
          {t('web:action.close')}
        </Button>
      </div>
    )
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <h3 className={classes.sub}>{t('tutor-links:page.problemTitle', { name: trainee.name })}</h3>
      <NativeSelect
        size="lg"
        label={t('tutor-links:page.problemWhat')}
        data={problemKinds.map((kind) => ({ value: kind, label: t(`record:problemKind.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea
        size="lg"
        autosize
        minRows={3}
        label={t('tutor-links:page.problemMore')}
        {...form.getInputProps('text')}
      />
      <Ends problem={problem} sending={sending} onClose={onClose} verb={t('tutor-links:page.send')} />
    </form>
  )
}

interface EndsProps {
  problem: unknown
  sending: boolean
  verb: string
  onClose: () => void
}

function Ends({ problem, sending, verb, onClose }: EndsProps) {
  const { t } = useTranslation('web')
  return (
    <>
      <ProblemNote problem={problem} />
      <Button size="lg" type="submit" loading={sending}>
        {verb}
      </Button>
      <Button size="lg" variant="default" onClick={onClose}>
        {t('web:action.back')}
      </Button>
    </>
  )
}
