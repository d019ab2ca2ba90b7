import { Button, Group, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { BulkFields } from './BulkFields.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import {
  actionOf,
  missingField,
  noValues,
  type BulkKind,
  type BulkSelection,
  type BulkValues,
} from './bulk-kinds.ts'

interface BulkFormProps {
  organisation: string
  kind: BulkKind
  selection: BulkSelection
  count: number
  onClose: () => void
  onStarted: (bulk: string) => void
}

/** The fields of an action, and below them what it would do to how many. */
export function BulkForm({ organisation, kind, selection, count, onClose, onStarted }: BulkFormProps) {
  const { t } = useTranslation(['bulk', 'web'])
  const form = useForm<BulkValues>({ initialValues: noValues })
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const missing = missingField(kind, form.values)
  const [asked] = useDebouncedValue(missing ? null : actionOf(kind, form.values), 400)
  const preview = useQuery({
    queryKey: ['bulk-preview', organisation, selection, asked],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/mobilities/bulk/preview',
        { params: { organisation }, body: { selection, action: asked ?? actionOf(kind, form.values) } },
        { signal },
      ),
    enabled: asked !== null,
    retry: false,
  })
  const start = async (): Promise<void> => {
    if (missing) {
      form.setFieldError(missing, t('bulk:needed'))
      form.getInputNode(missing)?.focus()
      return
    }
    setSending(true)
    setProblem(null)
    try {
      const state = await api(
        'POST /organisations/:organisation/mobilities/bulk',
        { params: { organisation }, body: { selection, action: actionOf(kind, form.values) } },
        { idempotencyKey: crypto.randomUUID() },
      )
      onStarted(state.id)
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <Stack>
        <BulkFields organisation={organisation} kind={kind} form={form} />
        <BulkPreview
          final={finalOf(kind)}
          preview={asked ? preview.data : undefined}
          loading={preview.isFetching}
          problem={asked ? preview.error : null}
          count={count}
        />
        <ProblemNote problem={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('web:action.back')}
          </Button>
          <Button type="submit" loading={sending} {...(kind === 'cancel' ? { color: 'red' } : {})}>
            {t(`bulk:do.${kind}`, { count })}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What cannot be undone in one go, as the server has it: a status has its own way back, a mail has none. */
function finalOf(kind: BulkKind): 'status' | 'message' | null {
  if (kind === 'message' || kind === 'give-pack') return 'message'
  return kind === 'cancel' || kind === 'change-status' ? 'status' : null
}
