import { Button, MultiSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { partyRoles } from '#modules/mobilities/party-roles.rules.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { conditionNames, duties } from '../checklist.rules.ts'
import type { EditedTask } from './ChecklistTable.tsx'
import { useTaskTitle } from './task-words.ts'

interface ChecklistTaskDialogProps {
  task: EditedTask
  tasks: readonly EditedTask[]
  onKeep: (task: EditedTask) => void
  onRemove: (key: string) => void
  onClose: () => void
}

/** One task of a checklist: words, owner, day, and what it waits for. */
export default function ChecklistTaskDialog({
  task,
  tasks,
  onKeep,
  onRemove,
  onClose,
}: ChecklistTaskDialogProps) {
  const { t } = useTranslation(['checklists', 'tasks', 'mobilities'])
  const title = useTaskTitle()
  const known = tasks.some((one) => one.key === task.key)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      title: task.title ?? (known ? title({ key: task.key, title: null }) : ''),
      owner: task.owner as string,
      duty: task.duty ?? null,
      side: task.offsetDays > 0 ? 'after' : 'before',
      days: Math.abs(task.offsetDays) as number | string,
      anchor: task.anchor as string,
      needs: [...task.needs],
      blocks: task.blocks ?? null,
      when: task.when ?? null,
      visibility: (task.visibility ?? 'shared') as string,
    },
    validate: { title: (value: string) => (value.trim() ? null : t('tasks:whyNot.title-needed')) },
    send: async (values) => onKeep(taskFrom(task, values, title({ key: task.key, title: null }))),
  })
  const others = tasks.filter((one) => one.key !== task.key)
  return (
    <FormDialog
      title={known ? t('checklists:changeTask') : t('checklists:add')}
      size="lg"
      confirm={t('checklists:keep')}
      {...{ onClose, submit, sending, problem }}
    >
      <TextInput
        label={t('checklists:column.what')}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('checklists:column.who')}
          data={partyRoles.map((role) => ({ value: role, label: t(`mobilities:partyRole.${role}`) }))}
          allowDeselect={false}
          {...form.getInputProps('owner')}
        />
        <Select
          label={t('checklists:duty')}
          data={duties.map((duty) => ({ value: duty, label: t(`tasks:dutyName.${duty}`) }))}
          clearable
          {...form.getInputProps('duty')}
        />
      </SimpleGrid>
      <SimpleGrid cols={3}>
        <NumberInput label={t('checklists:days')} min={0} max={730} {...form.getInputProps('days')} />
        <Select
          label={t('checklists:side')}
          data={(['before', 'after'] as const).map((side) => ({
            value: side,
            label: t(`checklists:sides.${side}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('side')}
        />
        <Select
          label={t('checklists:anchor')}
          data={(['departure', 'return'] as const).map((anchor) => ({
            value: anchor,
            label: t(`tasks:landmark.${anchor}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('anchor')}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('checklists:column.after')}
        data={others.map((one) => ({
          value: one.key,
          label: title({ key: one.key, title: one.title ?? null }),
        }))}
        searchable
        {...form.getInputProps('needs')}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('checklists:blocksLabel')}
          data={(['ready', 'closed'] as const).map((status) => ({
            value: status,
            label: t(`mobilities:status.${status}`),
          }))}
          clearable
          {...form.getInputProps('blocks')}
        />
        <Select
          label={t('checklists:whenLabel')}
          data={conditionNames.map((name) => ({ value: name, label: t(`tasks:when.${name}`) }))}
          clearable
          {...form.getInputProps('when')}
        />
        <Select
          label={t('checklists:visibility')}
          data={(['shared', 'own'] as const).map((name) => ({
            value: name,
            label: t(`tasks:visibility.${name}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('visibility')}
        />
      </SimpleGrid>
      {known && (
        <Button
          variant="subtle"
          color="red"
          onClick={() => onRemove(task.key)}
          style={{ justifySelf: 'start', alignSelf: 'start' }}
        >
          {t('checklists:remove')}
        </Button>
      )}
    </FormDialog>
  )
}

interface Values {
  title: string
  owner: string
  duty: string | null
  side: string
  days: number | string
  anchor: string
  needs: string[]
  blocks: string | null
  when: string | null
  visibility: string
}

/** The task with the form's values; shipped words are not copied, so that they stay translated. */
function taskFrom(task: EditedTask, values: Values, shippedTitle: string): EditedTask {
  const days = Number(values.days) || 0
  const { key, fact } = task
  return {
    key,
    ...(values.title.trim() === shippedTitle ? {} : { title: values.title.trim() }),
    owner: values.owner as EditedTask['owner'],
    ...(values.duty ? { duty: values.duty } : {}),
    anchor: values.anchor as EditedTask['anchor'],
    offsetDays: values.side === 'before' ? -days || 0 : days,
    needs: values.needs,
    ...(fact ? { fact } : {}),
    ...(values.blocks ? { blocks: values.blocks as 'ready' } : {}),
    ...(values.when ? { when: values.when } : {}),
    ...(values.visibility === 'own' ? { visibility: 'own' as const } : {}),
  }
}
