import { Button, Textarea } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import classes from './exchange.module.css'
import { useBringFile } from './use-import.ts'

const FileDropzone = lazy(() => import('./FileDropzone.tsx'))

/** The first step: a file, or cells pasted from a spreadsheet. */
export function BringFile({ organisation }: { organisation: string }) {
  const { t } = useTranslation(['exchange', 'problems'])
  const navigate = useNavigate()
  const [refused, setRefused] = useState(false)
  const bring = useBringFile(organisation, (id) => void navigate(paths.import(organisation, id)))
  const send = (file: Blob, name: string | null): void => {
    setRefused(false)
    bring.mutate({ file, name })
  }
  return (
    <section className={classes.bring} aria-label={t('exchange:drop.label')}>
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <FileDropzone
          busy={bring.isPending}
          onFile={(file) => send(file, file.name)}
          onRefused={() => setRefused(true)}
        />
      </Suspense>
      <PasteCells
        busy={bring.isPending}
        onPaste={(text) => send(new Blob([text], { type: 'text/plain' }), null)}
      />
      <p role="status" className={classes.quiet}>
        {bring.isPending ? t('exchange:drop.reading') : refused ? t('exchange:drop.one') : ''}
      </p>
      <ProblemNote problem={bring.error} />
    </section>
  )
}

function PasteCells({ busy, onPaste }: { busy: boolean; onPaste: (text: string) => void }) {
  const { t } = useTranslation('exchange')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  if (!open) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('exchange:drop.paste')}
      </Button>
    )
  }
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault()
        setEmpty(text.trim() === '')
        if (text.trim() !== '') onPaste(text)
      }}
    >
      <Textarea
        label={t('exchange:drop.pasteLabel')}
        placeholder={t('exchange:drop.pasteExample')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={empty && t('exchange:drop.pasteEmpty')}
        autosize
        minRows={5}
        maxRows={14}
        data-autofocus
      />
      <Button type="submit" loading={busy}>
        {t('exchange:drop.pasteGo')}
      </Button>
    </form>
  )
}
