import { Button, Group, SegmentedControl, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh, useApiMutation } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { marks, type Mark } from '../ratings.rules.ts'
import classes from './companies.module.css'
import { companyReads, type Company } from './company-answers.ts'
import type { PastTrainee } from './History.tsx'

const reads = [...companyReads, 'GET /organisations/:organisation/companies/:company/history'] as const

interface RatingDialogProps {
  organisation: string
  company: Company
  trainee: PastTrainee
  onClose: () => void
}

/** Five marks after a mobility, each optional; only the own organisation reads them. */
export function RatingDialog({ organisation, company, trainee, onClose }: RatingDialogProps) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const { rating } = trainee
  const params = { organisation, company: company.id, mobility: trainee.mobilityId }
  const done = (): void => {
    void refresh(client, reads)
    onClose()
  }
  const remove = useApiMutation('DELETE /organisations/:organisation/companies/:company/ratings/:mobility', {
    onDone: done,
  })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      ...(Object.fromEntries(marks.map((mark) => [mark, String(rating?.[mark] ?? '')])) as Record<
        Mark,
        string
      >),
      note: rating?.note ?? '',
    },
    send: ({ note, ...given }) =>
      api('PUT /organisations/:organisation/companies/:company/ratings/:mobility', {
        params,
        body: {
          ...(Object.fromEntries(
            marks.map((mark) => [mark, given[mark] === '' ? null : Number(given[mark])]),
          ) as Record<Mark, number | null>),
          note: note.trim() || null,
          version: rating?.version ?? 0,
        },
      }),
    onDone: done,
  })
  return (
    <FormDialog
      title={t('companies:rate.title', { company: company.name })}
      size="lg"
      problem={problem ?? remove.error}
      {...{ onClose, submit, sending }}
    >
      <p>{t('companies:rate.text', { name: trainee.participant })}</p>
      <div className={classes.marks}>
        {marks.map((mark) => (
          <div key={mark} className={classes.mark}>
            <span id={`mark-${mark}`}>{t(`companies:mark.${mark}`)}</span>
            <SegmentedControl
              aria-labelledby={`mark-${mark}`}
              data={['', '1', '2', '3', '4', '5'].map((value) => ({
                value,
                label: value === '' ? t('companies:rate.noMark') : value,
              }))}
              value={form.values[mark]}
              onChange={(value) => form.setFieldValue(mark, value)}
            />
            {form.errors[mark] && <div role="alert">{form.errors[mark]}</div>}
          </div>
        ))}
      </div>
      <Textarea label={t('companies:field.note')} autosize minRows={2} {...form.getInputProps('note')} />
      {rating && (
        <Group>
          <Button
            variant="subtle"
            size="xs"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            {t('companies:rate.remove')}
          </Button>
        </Group>
      )}
    </FormDialog>
  )
}
