import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { PersonFields } from './PersonFields.tsx'
import { inputOf, valuesOf } from './person-values.ts'
import { SamePeople } from './SamePeople.tsx'

/** Opens a file for a person. Whoever may be the same is told before there are two. */
export function AddPersonDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('people')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: valuesOf({ language: spokenLanguage(i18n.language) }),
    validate: { givenName: (value: string) => (value.trim() ? null : t('people:needed')) },
    send: async (values) => {
      const made = await api('POST /organisations/:organisation/people', {
        params: { organisation },
        body: inputOf(values),
      })
      await refresh(client, ['GET /organisations/:organisation/people'])
      await navigate(paths.person(organisation, made.id))
    },
  })
  return (
    <FormDialog
      title={t('people:add')}
      confirm={t('people:add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <SamePeople organisation={organisation} asked={form.values} />
      <PersonFields inputProps={(field) => form.getInputProps(field)} />
    </FormDialog>
  )
}
