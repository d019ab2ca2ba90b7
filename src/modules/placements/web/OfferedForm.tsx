import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { interviewWays, refusalReasons } from '../placement-steps.rules.ts'
import { bodyOf, emptyAct } from './act-values.ts'
import type { OfferedAct, OfferedBody, OfferedCardProps } from './OfferedCard.tsx'
import classes from './placements.module.css'

interface OfferedFormProps extends Omit<OfferedCardProps, 'openCv'> {
  act: OfferedAct
  name: string
  onClose: () => void
}

/** The one form that is open on a card, made for a thumb. */
export default function OfferedForm({ act, placement, name, send, reads, onClose }: OfferedFormProps) {
  const { t } = useTranslation(['placements', 'tutor-links', 'web'])
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: emptyAct(act, placement),
    send: (values) => send(bodyOf(act, values) as OfferedBody),
    onDone: () => {
      void refresh(client, reads)
      onClose()
    },
  })
  const verb = act === 'accept' ? t('tutor-links:page.confirm', { name }) : t('tutor-links:page.send')
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <h3 className={classes.company}>{t(`placements:offeredTitle.${act}`, { name })}</h3>
      {act === 'accept' && (
        <>
          <TextInput
            size="lg"
            label={t('placements:hours')}
            placeholder="8:00–16:00"
            {...form.getInputProps('workingHours')}
          />
          <TextInput size="lg" label={t('placements:address')} {...form.getInputProps('workplaceAddress')} />
          <TextInput size="lg" label={t('placements:tutor')} {...form.getInputProps('tutor.name')} />
          <TextInput
            size="lg"
            type="tel"
            label={t('placements:tutorPhone')}
            {...form.getInputProps('tutor.phone')}
          />
        </>
      )}
      {act === 'interview' && (
        <>
          <TextInput
            size="lg"
            type="date"
            required
            label={t('placements:interview.day')}
            {...form.getInputProps('interview.day')}
          />
          <TextInput
            size="lg"
            type="time"
            label={t('placements:interview.time')}
            {...form.getInputProps('interview.time')}
          />
          <NativeSelect
            size="lg"
            label={t('placements:interview.way')}
            data={interviewWays.map((value) => ({ value, label: t(`placements:way.${value}`) }))}
            {...form.getInputProps('interview.way')}
          />
          <TextInput
            size="lg"
            label={t('placements:interview.place')}
            {...form.getInputProps('interview.place')}
          />
        </>
      )}
      {act === 'outcome' && (
        <Textarea
          size="lg"
          autosize
          minRows={2}
          required
          label={t('placements:interview.outcome')}
          {...form.getInputProps('outcome')}
        />
      )}
      {act === 'refuse' && (
        <NativeSelect
          size="lg"
          label={t('placements:why')}
          data={refusalReasons.map((value) => ({ value, label: t(`placements:reason.${value}`) }))}
          {...form.getInputProps('code')}
        />
      )}
      {(act === 'refuse' || act === 'withdraw') && (
        <Textarea
          size="lg"
          autosize
          minRows={2}
          label={t('placements:inWords')}
          {...form.getInputProps('reason')}
        />
      )}
      <ProblemNote problem={problem} />
      <Button size="lg" type="submit" loading={sending}>
        {verb}
      </Button>
      <Button size="lg" variant="default" onClick={onClose}>
        {t('web:action.back')}
      </Button>
    </form>
  )
}
