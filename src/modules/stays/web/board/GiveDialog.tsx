import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/dates.ts'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import { stayReads } from '../stays-answers.ts'
import type { Bed } from './Board.tsx'
import classes from '../stays.module.css'

interface Values extends Record<string, unknown> {
  mobilityId: string | null
  startsOn: string
  endsOn: string
}

/** A bed for somebody who has none: who, from when, until when. */
export function GiveDialog({
  organisation,
  bed,
  onClose,
}: {
  organisation: string
  bed: Bed
  onClose: () => void
}) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 250)
  const [refused, setRefused] = useState<string | null>(null)
  const from = bed.free?.from ?? todayHere()
  const people = useApi('GET /organisations/:organisation/bedless', {
    params: { organisation },
    query: { from, to: addDays(from, 180), limit: 50, ...(q.includes('·') ? {} : { q }) },
  })
  const { form, submit, sending, problem } = useApiForm<Values>({
    initialValues: { mobilityId: null, startsOn: from, endsOn: bed.free?.to ?? addDays(from, 7) },
    validate: { mobilityId: (id) => (id ? null : t('stays:field.needed')) },
    send: async ({ mobilityId, startsOn, endsOn }) => {
      setRefused(null)
      const answer = await api('POST /organisations/:organisation/stays', {
        params: { organisation },
        body: {
          stays: [{ mobilityId: mobilityId ?? '', roomId: bed.roomId, bedId: bed.id, startsOn, endsOn }],
        },
      })
      await refresh(client, stayReads)
      const [no] = answer.refused
      if (no) setRefused(t(`stays:refused.${no.code}`))
      else {
        toast(t('stays:give.done'))
        onClose()
      }
    },
  })
  const choose = (id: string | null): void => {
    const one = people.data?.items.find(({ mobilityId }) => mobilityId === id)
    form.setFieldValue('mobilityId', id)
    setRefused(null)
    if (one?.departure && one.returnDate) {
      form.setFieldValue('startsOn', one.departure)
      form.setFieldValue('endsOn', one.returnDate)
    }
  }
  return (
    <FormDialog
      title={t('stays:give.title')}
      confirm={t('stays:give.confirm')}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{bed.words}</p>
      <Select
        label={t('stays:give.who')}
        description={t('stays:give.whoHint', { number: format.number(people.data?.total ?? 0) })}
        searchable
        data-autofocus
        filter={({ options }) => options}
        onSearchChange={setTyped}
        nothingFoundMessage={t('stays:give.nobody')}
        data={(people.data?.items ?? []).map((one) => ({
          value: one.mobilityId,
          label: [
            one.participant,
            one.flow ?? one.school,
            one.departure && one.returnDate && format.dateRange(one.departure, one.returnDate, 'short'),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
        {...form.getInputProps('mobilityId')}
        onChange={choose}
      />
      <TextInput type="date" label={t('stays:field.startsOn')} {...form.getInputProps('startsOn')} />
      <TextInput
        type="date"
        label={t('stays:field.endsOn')}
        description={t('stays:hint.endsOn')}
        {...form.getInputProps('endsOn')}
      />
      <div role="alert">
        {refused && (
          <p className={classes.mark} data-standing="expired">
            {refused}
          </p>
        )}
      </div>
    </FormDialog>
  )
}
