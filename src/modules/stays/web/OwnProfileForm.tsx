import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import classes from './stays.module.css'

const readKey = 'GET /me/mobilities/:mobility/stay-profile'

interface OwnProfileFormProps {
  mobility: string
  profile: AnswerOf<typeof readKey>
  onClose: () => void
}

/** What one wants the family to know. Nothing has to be said. */
export default function OwnProfileForm({ mobility, profile, onClose }: OwnProfileFormProps) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      about: profile.about ?? '',
      interests: profile.interests ?? '',
      food: profile.food ?? '',
    },
    send: async (values) => {
      await api('PUT /me/mobilities/:mobility/stay-profile', {
        params: { mobility },
        body: { ...values, version: profile.version },
      })
      await refresh(client, [readKey])
      onClose()
    },
  })
  return (
    <form onSubmit={submit} className={classes.stack}>
      <p className={classes.quiet}>{t('stays:profile.text')}</p>
      {(['about', 'interests', 'food'] as const).map((key) => (
        <Textarea
          key={key}
          size="md"
          label={t(`stays:profile.${key}`)}
          description={t(`stays:profile.hint.${key}`)}
          autosize
          minRows={2}
          maxLength={key === 'about' ? 1000 : 500}
          {...form.getInputProps(key)}
        />
      ))}
      <ProblemNote problem={problem} />
      <Button type="submit" size="md" fullWidth loading={sending}>
        {t('stays:profile.save')}
      </Button>
      <Button variant="default" size="md" fullWidth onClick={onClose}>
        {t('stays:close')}
      </Button>
    </form>
  )
}
