import { Button, FileButton, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import type { Reading } from './journey-answers.ts'
import classes from './journeys.module.css'

interface BookingPasteProps {
  organisation: string
  flow: string
  onRead: (reading: Reading) => void
  onType: () => void
}

/** Brings a booking: cells of a spreadsheet, the mail of an airline, a file; or typed by hand. */
export function BookingPaste({ organisation, flow, onRead, onType }: BookingPasteProps) {
  const { t } = useTranslation('journeys')
  const [text, setText] = useState('')
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const params = { organisation, flow }
  const read = async (work: () => Promise<Reading>): Promise<void> => {
    setReading(true)
    setProblem(null)
    try {
      onRead(await work())
    } catch (error) {
      setProblem(error)
    } finally {
      setReading(false)
    }
  }
  const readFile = (file: File | null): void => {
    if (!file) return
    const body = new FormData()
    body.append('file', file)
    void read(() =>
      api('POST /organisations/:organisation/flows/:flow/bookings/files', { params, body } as never),
    )
  }
  return (
    <div className={classes.stack}>
      <Textarea
        label={t('journeys:paste.label')}
        description={t('journeys:paste.hint')}
        placeholder={t('journeys:paste.example')}
        autosize
        minRows={6}
        maxRows={20}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ProblemNote problem={problem} />
      <Group>
        <Button
          loading={reading}
          disabled={text.trim() === ''}
          onClick={() =>
            void read(() =>
              api('POST /organisations/:organisation/flows/:flow/bookings/reading', {
                params,
                body: { text },
              }),
            )
          }
        >
          {t('journeys:paste.read')}
        </Button>
        <FileButton onChange={readFile} accept=".csv,.tsv,.txt,.xlsx">
          {(props) => (
            <Button {...props} variant="default">
              {t('journeys:paste.file')}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" onClick={onType}>
          {t('journeys:paste.type')}
        </Button>
      </Group>
    </div>
  )
}
