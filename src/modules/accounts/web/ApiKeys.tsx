import { Button, CopyButton, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import classes from './accounts.module.css'

/** Keys with which programs act in one's name. A key is shown this once. */
export function ApiKeys() {
  const { t } = useTranslation('accounts')
  const keys = useApi('GET /me/api-keys')
  const [made, setMade] = useState<string | null>(null)
  return (
    <Section title={t('accounts:keys.title')}>
      <p className={classes.quiet}>
        {t('accounts:keys.text')} <a href="/api/docs">{t('accounts:keys.docs')}</a>
      </p>
      {keys.isPending && <SkeletonRows rows={2} />}
      <ProblemNote problem={keys.error} retry={() => void keys.refetch()} />
      <ul className={classes.list}>
        {keys.data?.items.map((key) => (
          <KeyRow key={key.id} item={key} />
        ))}
      </ul>
      <div role="status">{made && <MadeKey secret={made} />}</div>
      <NewKey onMade={setMade} />
    </Section>
  )
}

interface KeyRowProps {
  item: { id: string; name: string; hint: string; createdAt: string; lastUsedAt: string | null }
}

function KeyRow({ item }: KeyRowProps) {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const revoke = useApiMutation('DELETE /me/api-keys/:key', { invalidates: ['GET /me/api-keys'] })
  const used = item.lastUsedAt
    ? t('accounts:keys.used', { date: format.dateTime(item.lastUsedAt) })
    : t('accounts:keys.unused')
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        {item.name} <span className={classes.quiet}>{`…${item.hint}`}</span>
        <p className={classes.quiet}>
          {t('accounts:keys.made', { date: format.dateTime(item.createdAt) })} · {used}
        </p>
        <ProblemNote problem={revoke.error} />
      </div>
      <Button
        variant="default"
        size="xs"
        loading={revoke.isPending}
        aria-label={`${t('accounts:keys.revoke')}: ${item.name}`}
        onClick={() => revoke.mutate({ params: { key: item.id } })}
      >
        {t('accounts:keys.revoke')}
      </Button>
    </li>
  )
}

function MadeKey({ secret }: { secret: string }) {
  const { t } = useTranslation('accounts')
  return (
    <div className={classes.form}>
      <p className={classes.done}>{t('accounts:keys.once')}</p>
      <code className={classes.key}>{secret}</code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? t('accounts:keys.copied') : t('accounts:keys.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}

function NewKey({ onMade }: { onMade: (secret: string) => void }) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '' },
    validate: { name: (value: string) => (value.trim() ? null : t('accounts:keys.nameNeeded')) },
    send: async (body) => {
      const { key } = await api('POST /me/api-keys', { body })
      onMade(key)
      form.reset()
      await refresh(client, ['GET /me/api-keys'])
    },
  })
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={t('accounts:keys.name')}
        placeholder={t('accounts:keys.example')}
        {...form.getInputProps('name')}
      />
      <ProblemNote problem={problem} />
      <div>
        <Button type="submit" variant="default" loading={sending}>
          {t('accounts:keys.make')}
        </Button>
      </div>
    </form>
  )
}
