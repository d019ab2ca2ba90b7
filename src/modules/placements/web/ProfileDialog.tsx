import { Anchor, Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, apiPath, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { EvidenceInput } from '#modules/files/web/EvidenceInput.tsx'
import { CompanyViewCard } from './CompanyViewCard.tsx'
import { ProfileFields, profileValues } from './ProfileFields.tsx'
import classes from './placements.module.css'

interface ProfileDialogProps {
  organisation: string
  mobility: string
  mayEdit: boolean
  onClose: () => void
}

type Profile = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/company-profile'>

/** What a company sees of somebody; the sender writes it for those who do not. */
export default function ProfileDialog(props: ProfileDialogProps) {
  const { t } = useTranslation(['placements', 'web'])
  const { organisation, mobility, mayEdit, onClose } = props
  const profile = useApi(
    'GET /organisations/:organisation/mobilities/:mobility/company-profile',
    { params: { organisation, mobility } },
    { staleTime: 0 },
  )
  // An older answer that is still at hand would begin the form with an old version.
  if (profile.data && profile.isFetchedAfterMount && mayEdit)
    return <Form {...props} profile={profile.data} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('placements:companySees')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <ProblemNote problem={profile.error} />
      {!profile.error && (mayEdit || !profile.data) && <SkeletonRows rows={3} />}
      {profile.data && !mayEdit && <CompanyViewCard view={profile.data.view} />}
    </Modal>
  )
}

function Form({ organisation, mobility, onClose, profile }: ProfileDialogProps & { profile: Profile }) {
  const { t } = useTranslation('placements')
  const client = useQueryClient()
  const [cvName, setCvName] = useState(profile.cv?.name ?? null)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: profileValues(profile),
    send: (values) =>
      api('PUT /organisations/:organisation/mobilities/:mobility/company-profile', {
        params: { organisation, mobility },
        body: {
          ...values,
          about: values.about || null,
          hopes: values.hopes || null,
          version: profile.version,
        },
      }),
    onDone: () => {
      void refresh(client, ['GET /organisations/:organisation/mobilities/:mobility/company-profile'])
      onClose()
    },
  })
  return (
    <FormDialog title={t('placements:profile.title')} size="lg" {...{ onClose, submit, sending, problem }}>
      <p className={classes.quiet}>{t('placements:profile.never')}</p>
      <ProfileFields form={form} about={profile.view.givenName} />
      <Cv
        {...{ organisation, mobility }}
        name={profile.view.givenName}
        saved={profile.cv?.id ?? null}
        cv={form.values.cvFileId}
        cvName={cvName}
        onKept={(kept) => {
          setCvName(kept?.name ?? null)
          form.setFieldValue('cvFileId', kept?.id ?? null)
        }}
      />
      <h3 className={classes.panelSub} style={{ margin: 0 }}>
        {t('placements:companySees')}
      </h3>
      <CompanyViewCard
        view={{
          ...profile.view,
          about: form.values.about || null,
          hopes: form.values.hopes || null,
          languages: form.values.languages,
          skills: form.values.skills,
          hasCv: form.values.cvFileId !== null,
          cvName,
        }}
      />
    </FormDialog>
  )
}

interface CvProps {
  organisation: string
  mobility: string
  name: string
  /** The one that companies see now. */
  saved: string | null
  cv: string | null
  cvName: string | null
  onKept: (kept: { id: string; name: string } | null) => void
}

/** The CV that companies see: brought by the sender as by the participant, replaced, taken away. */
function Cv({ organisation, mobility, name, saved, cv, cvName, onKept }: CvProps) {
  const { t } = useTranslation('placements')
  const params = { organisation, mobility }
  return (
    <div className={classes.form} style={{ margin: 0 }}>
      <EvidenceInput
        label={t('placements:profile.cvStaff', { name })}
        description={t('placements:profile.cvStaffText')}
        send={async (form) => {
          const kept = (await api('POST /organisations/:organisation/mobilities/:mobility/cv', {
            params,
            body: form,
          } as never)) as { id: string; name: string }
          onKept(kept)
          return kept
        }}
        // Emptying the field of the chooser leaves the CV that companies see now.
        onKept={() => undefined}
      />
      {cv ? (
        <div className={classes.buttons} style={{ margin: 0 }}>
          <span>{t('placements:profile.cvHere', { name: cvName ?? '' })}</span>
          {cv === saved && (
            <Anchor
              size="sm"
              href={apiPath('GET /organisations/:organisation/mobilities/:mobility/cv', { params })}
            >
              {t('placements:profile.cvOpen')}
            </Anchor>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onKept(null)}>
            {t('placements:profile.removeCv', { name: cvName ?? '' })}
          </Button>
        </div>
      ) : (
        saved && (
          <p role="status" className={classes.quiet}>
            {t('placements:profile.cvGone')}
          </p>
        )
      )}
    </div>
  )
}
