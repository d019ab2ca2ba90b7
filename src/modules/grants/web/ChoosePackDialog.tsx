import { Button, FileInput, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import type { PackChoice } from './grant-answers.ts'
import { PackPreview } from './PackPreview.tsx'
import type { ProjectPack } from './grant-answers.ts'

interface ChoosePackDialogProps {
  organisation: string
  project: string
  known: ProjectPack
  onClose: () => void
}

/** Another pack: one that comes with SoftMob, a version of one's own, or a file. What it changes is shown first. */
export default function ChoosePackDialog({ organisation, project, known, onClose }: ChoosePackDialogProps) {
  const { t } = useTranslation(['grants', 'web'])
  const packs = useApi('GET /organisations/:organisation/packs', { params: { organisation } }).data
  const [value, setValue] = useState<string | null>(known.suggested)
  const [file, setFile] = useState<PackChoice['pack'] | null>(null)
  const [bad, setBad] = useState(false)
  const preview = useApiMutation('POST /organisations/:organisation/projects/:project/pack/preview')
  const own = packs?.own ?? []
  const choice: PackChoice | null = file
    ? { pack: file }
    : value === null
      ? null
      : own.some(({ id }) => id === value)
        ? { packId: value }
        : { shipped: value }
  const shipped = [
    ...new Set([
      ...(known.suggested ? [known.suggested] : []),
      ...(packs?.shipped ?? []).map(({ name }) => name),
    ]),
  ]
  const missingOf = new Map((packs?.shipped ?? []).map(({ name, missing }) => [name, missing]))
  const read = async (chosen: File | null): Promise<void> => {
    setBad(false)
    setFile(null)
    if (!chosen) return
    try {
      setFile(JSON.parse(await chosen.text()) as NonNullable<PackChoice['pack']>)
    } catch {
      setBad(true)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(preview.data ? 'grants:pack.previewTitle' : 'grants:choosePack')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      {preview.data && choice ? (
        <PackPreview
          {...{ organisation, project, choice }}
          preview={preview.data}
          onBack={() => preview.reset()}
          onDone={onClose}
        />
      ) : (
        <Stack>
          <Select
            label={t('grants:pack.choose')}
            searchable
            allowDeselect={false}
            data={[
              {
                group: t('grants:pack.shipped'),
                items: shipped.map((name) => ({
                  value: name,
                  label: missingOf.get(name)
                    ? `${name} · ${t('grants:pack.missingCount', { count: missingOf.get(name) ?? 0 })}`
                    : name,
                })),
              },
              {
                group: t('grants:pack.own'),
                items: own.map((one) => ({
                  value: one.id,
                  label: t('grants:pack.version', { name: one.name, version: one.version }),
                })),
              },
            ]}
            value={value}
            onChange={setValue}
            disabled={file !== null}
          />
          <FileInput
            label={t('grants:pack.upload')}
            accept="application/json,.json"
            clearable
            error={bad && t('grants:field.bad-pack')}
            onChange={(chosen) => void read(chosen)}
          />
          <ProblemNote problem={preview.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('web:action.back')}
            </Button>
            <Button
              disabled={choice === null}
              loading={preview.isPending}
              onClick={() => choice && preview.mutate({ params: { organisation, project }, body: choice })}
            >
              {t('grants:pack.preview')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
