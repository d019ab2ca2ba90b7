import { Badge, Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import classes from './ChecklistsPage.module.css'

export type ChecklistAnswer = AnswerOf<'GET /organisations/:organisation/checklists'>['items'][number]

/** The shipped checklists and the organisation's own copies. */
export default function ChecklistsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation(['checklists', 'tasks'])
  const may = useMay()
  const [copying, setCopying] = useState(false)
  const checklists = useApi('GET /organisations/:organisation/checklists', { params: { organisation } })
  const items = checklists.data?.items ?? []
  return (
    <>
      <PageHeader
        title={t('checklists:title')}
        description={t('checklists:text')}
        actions={
          may('checklists.edit') && <Button onClick={() => setCopying(true)}>{t('checklists:copy')}</Button>
        }
      />
      <ProblemNote problem={checklists.error} retry={() => void checklists.refetch()} />
      {checklists.isPending && <SkeletonRows rows={4} height={72} />}
      <ul className={classes.cards}>
        {items.map((checklist) => (
          <ChecklistCard key={checklist.id} checklist={checklist} organisation={organisation} />
        ))}
      </ul>
      {copying && (
        <CopyDialog
          organisation={organisation}
          shipped={items.filter((one) => one.shipped)}
          onClose={() => setCopying(false)}
        />
      )}
    </>
  )
}

/** A shipped checklist has words in every language; an own one has its own name. */
export const useChecklistName = () => {
  const { t } = useTranslation('tasks')
  return ({ shipped, basedOn, name }: ChecklistAnswer): string =>
    shipped ? t(`tasks:checklist.${basedOn}`, { defaultValue: name }) : name
}

function ChecklistCard({ checklist, organisation }: { checklist: ChecklistAnswer; organisation: string }) {
  const { t } = useTranslation(['checklists', 'mobilities'])
  const format = useFormat()
  const name = useChecklistName()
  const kinds = checklist.activityTypes.map((key) =>
    t(`mobilities:activityType.${key}`, { defaultValue: key }),
  )
  return (
    <li className={classes.card}>
      <div>
        <Link to={paths.checklist(organisation, checklist.id)} className={classes.name}>
          {name(checklist)}
        </Link>{' '}
        <Badge variant="light" color="gray">
          {checklist.shipped
            ? t('checklists:shipped')
            : checklist.isDefault
              ? t('checklists:default')
              : t('checklists:own')}
        </Badge>
      </div>
      <div className={classes.quiet}>
        {[
          t('checklists:tasks', { count: checklist.tasks.length }),
          kinds.length > 0 && format.list(kinds),
          checklist.openMobilities > 0 && t('checklists:open', { count: checklist.openMobilities }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  )
}

interface CopyDialogProps {
  organisation: string
  shipped: readonly ChecklistAnswer[]
  onClose: () => void
}

function CopyDialog({ organisation, shipped, onClose }: CopyDialogProps) {
  const { t } = useTranslation('checklists')
  const navigate = useNavigate()
  const label = useChecklistName()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { basedOn: shipped[0]?.basedOn ?? '', name: '' },
    validate: { name: (value: string) => (value.trim() ? null : t('checklists:nameNeeded')) },
    send: async (body) => {
      const made = await api('POST /organisations/:organisation/checklists', {
        params: { organisation },
        body,
      })
      await navigate(paths.checklist(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('checklists:copy')}
      confirm={t('checklists:copyConfirm')}
      {...{ onClose, submit, sending, problem }}
    >
      <Select
        label={t('checklists:basedOn')}
        data={shipped.map((one) => ({ value: one.basedOn, label: label(one) }))}
        allowDeselect={false}
        {...form.getInputProps('basedOn')}
      />
      <TextInput label={t('checklists:name')} required data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  )
}
