import { FileInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { smallerPhoto } from '#web/layout/smaller-photo.ts'
import { ownReads, type ShownPaper } from './paper-answers.ts'
import { PaperFields } from './PaperFields.tsx'
import { usePaperForm } from './use-paper-form.ts'

interface OwnPaperFormProps {
  mobility: string
  shown: ShownPaper
  onClose: () => void
}

/** Hands a paper in: few fields, a photo only for those who want to or are asked to. */
export default function OwnPaperForm({ mobility, shown, onClose }: OwnPaperFormProps) {
  const { t } = useTranslation('papers')
  const client = useQueryClient()
  const [photo, setPhoto] = useState<File | null>(null)
  const [version, setVersion] = useState(shown.paper?.version ?? 0)
  const params = { mobility, paper: shown.kind }
  const { form, submit, sending, problem } = usePaperForm(
    shown,
    null,
    async (body) => {
      const saved = await api('PUT /me/mobilities/:mobility/papers/:paper', {
        params,
        body: { ...body, version },
      })
      // Where only the photo is refused, the next try builds on what is saved.
      setVersion(saved.papers.find(({ kind }) => kind === shown.kind)?.paper?.version ?? version)
      if (!photo) return
      const file = new FormData()
      file.append('file', await smallerPhoto(photo))
      await api('POST /me/mobilities/:mobility/papers/:paper/scan', { params, body: file } as never)
    },
    () => {
      void refresh(client, ownReads)
      onClose()
    },
  )
  return (
    <FormDialog
      title={t(`papers:kind.${shown.kind}`)}
      confirm={t('papers:own.handIn')}
      {...{ onClose, submit, sending, problem }}
    >
      <PaperFields kind={shown.kind} shown={shown} form={form} />
      <FileInput
        label={t('papers:scan.own')}
        description={t('papers:scan.ownHint')}
        accept="image/*,application/pdf"
        value={photo}
        clearable
        onChange={setPhoto}
      />
    </FormDialog>
  )
}
