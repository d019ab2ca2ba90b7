import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, spokenLanguage } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import type { Me } from '#web/api/use-me.ts'
import { speak } from '#web/i18n/i18n.ts'
import { Section } from '#web/layout/Section.tsx'
import classes from './accounts.module.css'

/** Name, and the language of pages and mails. */
export function AboutMe({ me }: { me: Me }) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const [saved, setSaved] = useState(false)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: me.name, language: me.language as string },
    validate: { name: (value: string) => (value.trim() ? null : t('accounts:setUp.needed')) },
    send: async ({ name, language }) => {
      setSaved(false)
      await api('PATCH /me', { body: { name, language: spokenLanguage(language) } })
      await speak(spokenLanguage(language))
      await refresh(client, ['GET /me'])
      setSaved(true)
    },
  })
  return (
    <Section title={t('accounts:account.about')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={t('accounts:field.name')}
          autoComplete="name"
          required
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('accounts:field.email')}
          value={me.email}
          readOnly
          description={t('accounts:account.emailText')}
        />
        <NativeSelect
          label={t('accounts:account.language')}
          data={languages.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('language')}
        />
        <ProblemNote problem={problem} />
        <div className={classes.links}>
          <Button type="submit" loading={sending}>
            {t('accounts:account.save')}
          </Button>
          <span role="status">{saved && t('accounts:account.saved')}</span>
        </div>
      </form>
    </Section>
  )
}
