import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { CompanyViewCard } from './CompanyViewCard.tsx'
import { ProfileFields, profileValues } from './ProfileFields.tsx'
import classes from './placements.module.css'

type Profile = AnswerOf<'GET /me/mobilities/:mobility/company-profile'>

interface OwnProfileProps {
  mobility: string
  /** A guardian writes about this minor. */
  minor: string | null
  onClose: () => void
}

/** What one writes about oneself for companies, with what they see of it below. */
export default function OwnProfile({ mobility, minor, onClose }: OwnProfileProps) {
  const profile = useApi(
    'GET /me/mobilities/:mobility/company-profile',
    { params: { mobility } },
    { staleTime: 0 },
  )
  if (profile.error) return <ProblemNote problem={profile.error} retry={() => void profile.refetch()} />
  if (!profile.data || !profile.isFetchedAfterMount) return null
  return <Form mobility={mobility} minor={minor} profile={profile.data} onClose={onClose} />
}

function Form({ mobility, minor, profile, onClose }: OwnProfileProps & { profile: Profile }) {
  const { t } = useTranslation(['placements', 'web'])
  const client = useQueryClient()
  const [cvName, setCvName] = useState(profile.cv?.name ?? null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: profileValues(profile),
    send: (values) =>
      api('PUT /me/mobilities/:mobility/company-profile', {
        params: { mobility },
        body: {
          ...values,
          about: values.about || null,
          hopes: values.hopes || null,
          version: profile.version,
        },
      }),
    onDone: () => {
      void refresh(client, ['GET /me/mobilities/:mobility/company-profile'])
      onClose()
    },
  })
  const { cvFileId } = form.values
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <p className={classes.quiet}>{t('placements:profile.never')}</p>
      <ProfileFields form={form} about={minor} large />
      <EvidenceInput
        label={t('placements:profile.cv')}
        description={minor ? t('placements:profile.cvStaffText') : t('placements:profile.cvText')}
        send={async (file) => {
          const kept = await keepCv(mobility, file)
          setCvName(kept.name)
          return kept
        }}
        onKept={(id) => id && form.setFieldValue('cvFileId', id)}
      />
      {cvFileId && (
        <Button variant="subtle" onClick={() => form.setFieldValue('cvFileId', null)}>
          {t('placements:profile.removeCv', { name: cvName ?? '' })}
        </Button>
      )}
      <h4 className={classes.company}>{t('placements:companySees')}</h4>
      <CompanyViewCard
        view={{
          ...profile.view,
          about: form.values.about || null,
          hopes: form.values.hopes || null,
          languages: form.values.languages,
          skills: form.values.skills,
          hasCv: cvFileId !== null,
          cvName,
        }}
      />
      <ProblemNote problem={problem} />
      <Button size="lg" type="submit" loading={sending}>
        {t('web:action.save')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose}>
        {t('web:action.back')}
      </Button>
    </form>
  )
}

/** The purpose comes first: the server reads it before the file. */
function keepCv(mobility: string, form: FormData): Promise<{ id: string; name: string }> {
  const body = new FormData()
  body.append('purpose', 'cv')
  const file = form.get('file')
  if (file) body.append('file', file)
  return api('POST /me/mobilities/:mobility/files', { params: { mobility }, body } as never)
}
