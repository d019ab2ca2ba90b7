import { Button, Checkbox, MultiSelect, SimpleGrid, TextInput } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import { Section } from '#web/layout/Section.tsx'
import { SavingState } from '#web/layout/SavingState.tsx'
import { checklistProblems, type ChecklistTask } from '../checklist.rules.ts'
import { ChecklistTable, type EditedTask } from './ChecklistTable.tsx'
import type { ChecklistAnswer } from './ChecklistsPage.tsx'
import { useTaskTitle } from './task-words.ts'
import classes from './ChecklistsPage.module.css'

const ChecklistTaskDialog = lazy(() => import('./ChecklistTaskDialog.tsx'))
const SaveChecklistDialog = lazy(() => import('./SaveChecklistDialog.tsx'))

export type Draft = Pick<ChecklistAnswer, 'name' | 'activityTypes' | 'isDefault' | 'tasks'>

const newTask = (): EditedTask => ({
  key: `own-${crypto.randomUUID().slice(0, 8)}`,
  title: '',
  owner: 'sending',
  anchor: 'departure',
  offsetDays: -14,
  needs: [],
})

/** Edits an own checklist as a draft; saving first tells what would change. */
export function ChecklistEditor({
  checklist,
  organisation,
}: {
  checklist: ChecklistAnswer
  organisation: string
}) {
  const { t } = useTranslation(['checklists', 'mobilities', 'tasks'])
  const [draft, setDraft] = useState<Draft>(checklist)
  const [edited, setEdited] = useState<EditedTask | null>(null)
  const [saving, setSaving] = useState(false)
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const dirty = JSON.stringify(pick(draft)) !== JSON.stringify(pick(checklist))
  const problems = useProblemTexts(draft.tasks)
  const keep = (task: EditedTask): void => {
    const known = draft.tasks.some((one) => one.key === task.key)
    change({
      tasks: known ? draft.tasks.map((one) => (one.key === task.key ? task : one)) : [...draft.tasks, task],
    })
    setEdited(null)
  }
  const remove = (key: string): void => {
    change({
      tasks: draft.tasks
        .filter((one) => one.key !== key)
        .map((one) => ({ ...one, needs: one.needs.filter((need) => need !== key) })),
    })
    setEdited(null)
  }
  return (
    <>
      <Section title={t('checklists:about')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('checklists:name')}
            required
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('checklists:for')}
            data={activityTypeKeys.map((key) => ({ value: key, label: t(`mobilities:activityType.${key}`) }))}
            value={draft.activityTypes}
            onChange={(activityTypes) => change({ activityTypes })}
            clearable
          />
        </SimpleGrid>
        <Checkbox
          mt="md"
          label={t('checklists:useByDefault')}
          checked={draft.isDefault}
          onChange={(event) => change({ isDefault: event.currentTarget.checked })}
        />
      </Section>
      <Section
        title={t('checklists:tasksTitle')}
        actions={
          <Button variant="default" size="compact-sm" onClick={() => setEdited(newTask())}>
            {t('checklists:add')}
          </Button>
        }
      >
        <ChecklistTable tasks={draft.tasks} onEdit={setEdited} />
      </Section>
      <div className={classes.bar}>
        <Button disabled={!dirty || problems.errors.length > 0} onClick={() => setSaving(true)}>
          {t('checklists:save')}
        </Button>
        <SavingState state={dirty ? 'unsaved' : 'saved'} />
        {[...problems.errors, ...problems.warnings].map((text) => (
          <span key={text} role="status">
            {text}
          </span>
        ))}
      </div>
      <Suspense>
        {edited && (
          <ChecklistTaskDialog
            task={edited}
            tasks={draft.tasks}
            onKeep={keep}
            onRemove={remove}
            onClose={() => setEdited(null)}
          />
        )}
        {saving && (
          <SaveChecklistDialog
            checklist={checklist}
            draft={draft}
            organisation={organisation}
            onClose={() => setSaving(false)}
          />
        )}
      </Suspense>
    </>
  )
}

const pick = ({ name, activityTypes, isDefault, tasks }: Draft): Draft => ({
  name,
  activityTypes,
  isDefault,
  tasks,
})

/** What is wrong with the draft, in words that name the tasks. */
function useProblemTexts(tasks: readonly EditedTask[]) {
  const { t } = useTranslation('tasks')
  const title = useTaskTitle()
  const nameOf = (key: string): string =>
    title({ key, title: tasks.find((task) => task.key === key)?.title ?? null })
  const found = checklistProblems(tasks as readonly ChecklistTask[])
  const words = found.map(({ level, code, task, values }) => ({
    level,
    text: t(`tasks:checklistProblem.${code}`, {
      ...values,
      task: nameOf(task),
      ...(typeof values['need'] === 'string' ? { need: nameOf(values['need']) } : {}),
    }),
  }))
  return {
    errors: words.filter(({ level }) => level === 'error').map(({ text }) => text),
    warnings: words.filter(({ level }) => level === 'warning').map(({ text }) => text),
  }
}
