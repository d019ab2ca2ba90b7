import { Checkbox, MultiSelect, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import classes from './stays.module.css'

interface NeedsDialogProps {
  organisation: string
  mobility: string
  name: string
  onClose: () => void
}

const readKey = 'GET /organisations/:organisation/mobilities/:mobility/room-needs'

/** What matters for somebody's room: sender or host writes it down once, and every allocation keeps to it. */
export default function NeedsDialog(props: NeedsDialogProps) {
  const params = { organisation: props.organisation, mobility: props.mobility }
  const { data } = useApi(readKey, { params }, { staleTime: 0 })
  return data ? <Form {...props} needs={data} key={data.version} /> : <Skeleton height={1} />
}

const flags = ['accessNeeds', 'petAllergy', 'smokeAllergy', 'dietKitchen', 'quiet'] as const

function Form({
  organisation,
  mobility,
  name,
  needs,
  onClose,
}: NeedsDialogProps & { needs: AnswerOf<typeof readKey> }) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const params = { organisation, mobility }
  const others = useApi('GET /organisations/:organisation/mobilities/:mobility/companions', { params })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { ...needs, friends: needs.friends.map(({ id }) => id) },
    send: async ({ version: _, ...values }) => {
      await api('PUT /organisations/:organisation/mobilities/:mobility/room-needs', {
        params,
        body: { ...values, version: needs.version },
      })
      await refresh(client, [readKey, 'GET /organisations/:organisation/mobilities/:mobility/events'])
      onClose()
    },
  })
  const known = new Map([
    ...needs.friends.map(({ id, name: friend }) => [id, friend] as const),
    ...(others.data?.items ?? []).map(({ id, name: other }) => [id, other] as const),
  ])
  return (
    <FormDialog title={t('stays:needs.title', { name })} {...{ onClose, submit, sending, problem }}>
      <p className={classes.quiet}>{t('stays:needs.text')}</p>
      {flags.map((flag, at) => (
        <Checkbox
          key={flag}
          label={t(`stays:needs.${flag}`)}
          {...(at === 0 ? { 'data-autofocus': true } : {})}
          {...form.getInputProps(flag, { type: 'checkbox' })}
        />
      ))}
      <MultiSelect
        label={t('stays:needs.friends')}
        description={t('stays:needs.friendsHint')}
        searchable
        maxValues={20}
        data={[...known].map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('friends')}
      />
    </FormDialog>
  )
}
