import { Button, Textarea } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import classes from '../../web/exchange.module.css'

const FileDropzone = lazy(() => import('../../web/FileDropzone.tsx'))

interface ListFileProps {
  busy: boolean
  problem: unknown
  onBring: (file: Blob, name: string | null) => void
}

/** A spreadsheet, or cells pasted from one. */
export function ListFile({ busy, problem, onBring }: ListFileProps) {
  const { t } = useTranslation(['exchange', 'company-list'])
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  return (
    <section className={classes.bring} aria-label={t('exchange:drop.label')}>
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <FileDropzone
          busy={busy}
          onFile={(file) => {
            setRefused(false)
            onBring(file, file.name)
          }}
          onRefused={() => setRefused(true)}
        />
      </Suspense>
      <form
        className={classes.paste}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) onBring(new Blob([text], { type: 'text/plain' }), null)
        }}
      >
        <Textarea
          label={t('exchange:drop.pasteLabel')}
          placeholder={t('company-list:pasteExample')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={14}
        />
        <Button type="submit" variant="default" loading={busy} disabled={!text.trim()}>
          {t('exchange:drop.pasteGo')}
        </Button>
      </form>
      <p role="status" className={classes.quiet}>
        {busy ? t('exchange:drop.reading') : refused ? t('exchange:drop.one') : ''}
      </p>
      <ProblemNote problem={problem} />
    </section>
  )
}
