import { FileButton, Button } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { smallerPhoto } from '#web/layout/smaller-photo.ts'

interface PhotoInputProps {
  label: string
  /** Fields that come before the file: the server reads them first. */
  fields?: Record<string, string>
  send: (form: FormData) => Promise<unknown>
  onKept: () => void
}

/** Photos from the camera or the disk; each is kept as soon as it is chosen. */
export function PhotoInput({ label, fields = {}, send, onKept }: PhotoInputProps) {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const keep = async (files: readonly File[]): Promise<void> => {
    setSending(true)
    setProblem(null)
    try {
      for (const file of files) {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.append(name, value)
        form.append('file', await smallerPhoto(file))
        await send(form)
      }
      onKept()
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <FileButton accept="image/*" multiple onChange={(files) => void keep(files)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="sm"
            loading={sending}
            leftSection={<IconCamera size={18} aria-hidden />}
          >
            {label}
          </Button>
        )}
      </FileButton>
      <ProblemNote problem={problem} />
    </>
  )
}
