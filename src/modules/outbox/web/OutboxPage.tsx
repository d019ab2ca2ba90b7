import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { paths } from '#web/paths.ts'
import classes from './OutboxPage.module.css'

/** The mails of a demo, as their recipients would get them. */
export default function OutboxPage() {
  const { t } = useTranslation('outbox')
  const [typed, setTyped] = useState('')
  const [to] = useDebouncedValue(typed, 200)
  const mails = usePages('GET /outbox', { query: to ? { to } : {} })
  useTitle(t('outbox:title'))
  return (
    <PhoneLayout>
      <Link to={paths.home()}>{t('outbox:back')}</Link>
      <h1 className={classes.heading}>{t('outbox:title')}</h1>
      <p className={classes.quiet}>{t('outbox:text')}</p>
      <TextInput
        label={t('outbox:to')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {mails.loading && <SkeletonRows rows={6} height={64} />}
      <ProblemNote problem={mails.problem} retry={mails.retry} />
      <div role="status">
        {!mails.loading && !mails.problem && mails.rows.length === 0 && (
          <EmptyState title={t('outbox:none')} text={t('outbox:noneText')} />
        )}
      </div>
      <ul className={classes.list}>
        {mails.rows.map((mail) => (
          <Mail key={mail.id} {...mail} />
        ))}
      </ul>
      {mails.hasMore && (
        <Button variant="default" loading={mails.loadingMore} onClick={mails.loadMore}>
          {t('outbox:more')}
        </Button>
      )}
    </PhoneLayout>
  )
}

interface MailProps {
  id: string
  at: string
  to: string
  language: string
  subject: string
}

function Mail({ id, at, to, language, subject }: MailProps) {
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const lang = spokenLanguage(language)
  return (
    <li className={classes.mail}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span lang={lang}>{subject}</span>
          <span className={classes.quiet}>{` · ${to} · ${format.dateTime(at)}`}</span>
        </summary>
        {open && <MailText id={id} lang={lang} />}
      </details>
    </li>
  )
}

function MailText({ id, lang }: { id: string; lang: string }) {
  const read = useApi('GET /outbox/:mail', { params: { mail: id } })
  if (read.error) return <ProblemNote problem={read.error} retry={() => void read.refetch()} />
  if (!read.data) return <SkeletonRows rows={3} height={28} />
  return (
    <>
      <div className={classes.text} lang={lang}>
        {withLinks(read.data.text)}
      </div>
      {read.data.file && <a href={`/api/v1/outbox/${id}/file`}>{read.data.file}</a>}
    </>
  )
}

/** The addresses in a text, so that they can be followed. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
