import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { bodyOf, valuesOf } from './card-values.ts'
import { companyReads, type Company } from './company-answers.ts'
import { noTutor, tutorRules, type TutorValues } from './tutor-values.ts'
import { TutorRows } from './TutorRows.tsx'

interface TutorsProps {
  organisation: string
  company: Company
}

/** Who looks after trainees at the company: they are asked for places, get the links, and are proposed for positions. */
export function Tutors({ organisation, company }: TutorsProps) {
  const { t } = useTranslation('companies')
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { tutors } = company.card
  return (
    <Section
      title={t('companies:field.tutors')}
      actions={
        <ReasonButton
          size="xs"
          variant="default"
          whyNot={may('partners.manage') ? null : t('companies:coordinatorsOnly')}
          onClick={() => setEditing(true)}
        >
          {t(tutors.length === 0 ? 'companies:tutor.add' : 'companies:tutor.edit')}
        </ReasonButton>
      }
    >
      {tutors.length === 0 && <p className={classes.quiet}>{t('companies:tutor.none')}</p>}
      <ul className={classes.holders}>
        {tutors.map(({ name, phone, email }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may have one name
          <li key={at}>
            {name}
            {phone && (
              <>
                {' · '}
                <PhoneLink number={phone} />
              </>
            )}
            {email && (
              <>
                {' · '}
                <MailLink address={email} />
              </>
            )}
          </li>
        ))}
      </ul>
      {editing && <TutorsDialog {...{ organisation, company }} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function TutorsDialog({ organisation, company, onClose }: TutorsProps & { onClose: () => void }) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const known = company.card.tutors
  const { form, submit, sending, problem } = useApiForm<{ tutors: TutorValues[] }>({
    initialValues: { tutors: known.length > 0 ? known : [noTutor] },
    validate: { tutors: tutorRules(t) },
    send: ({ tutors }) =>
      api('PUT /organisations/:organisation/companies/:company', {
        params: { organisation, company: company.id },
        body: bodyOf({ ...valuesOf(company), tutors }, company.version),
      }),
    onDone: () => {
      void refresh(client, companyReads)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t(known.length === 0 ? 'companies:tutor.add' : 'companies:tutor.edit')}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <TutorRows form={form} first />
    </FormDialog>
  )
}
