import { FileInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { smallerPhoto } from '#web/layout/smaller-photo.ts'
import { api } from '#web/api/api.ts'

interface EvidenceInputProps {
  label: string
  description?: string
  /** Keeps the file; answers its id. */
  send: (form: FormData) => Promise<{ id: string; name: string }>
  onKept: (id: string | null) => void
}

/** A picture or PDF that is kept as soon as it is chosen. */
export function EvidenceInput({ label, description, send, onKept }: EvidenceInputProps) {
  const { t } = useTranslation('web')
  const [file, setFile] = useState<File | null>(null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const keep = async (chosen: File | null): Promise<void> => {
    setFile(chosen)
    setProblem(null)
    onKept(null)
    if (!chosen) return
    setSending(true)
    try {
      const form = new FormData()
      form.append('file', await smallerPhoto(chosen))
      onKept((await send(form)).id)
    } catch (error) {
      setFile(null)
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <FileInput
        label={label}
        {...(description ? { description } : {})}
        placeholder={t('web:action.chooseFile')}
        accept="image/*,application/pdf"
        value={file}
        disabled={sending}
        clearable
        clearButtonProps={{ 'aria-label': t('web:action.removeFile') }}
        onChange={(chosen) => void keep(chosen)}
      />
      <ProblemNote problem={problem} />
    </>
  )
}

/** Keeps evidence of the organisation. The purpose comes first: the server reads it before the file. */
export function keepFor(organisation: string, purpose: string) {
  return (form: FormData): Promise<{ id: string; name: string }> => {
    const body = new FormData()
    body.append('purpose', purpose)
    const file = form.get('file')
    if (file) body.append('file', file)
    // The contract leaves a form's fields to the upload: only its parameters are typed.
    return api('POST /organisations/:organisation/files', { params: { organisation }, body } as never)
  }
}
