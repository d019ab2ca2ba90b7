import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { languages } from '#shared/languages.ts'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { changedFields } from './changed-fields.ts'
import { ReachFields, reachOf } from './ReachFields.tsx'
import classes from './organisations.module.css'

type Organisation = AnswerOf<'GET /organisations/:organisation'>

/** The organisation itself: name, numbers, how to reach it, language and time zone. */
export default function SettingsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('organisations')
  const read = useApi('GET /organisations/:organisation', { params: { organisation } })
  return (
    <>
      <PageHeader
        title={t('organisations:settings.title')}
        description={t('organisations:settings.text')}
        actions={
          <Button component={Link} variant="default" to={paths.setUp()}>
            {t('organisations:settings.another')}
          </Button>
        }
      />
      {read.isPending && <SkeletonRows rows={8} height={56} />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.data && <SettingsForm first={read.data} present={read.data} />}
    </>
  )
}

/** Keeps the version one began with, so that a change by somebody else is noticed and not overwritten. */
function SettingsForm({ first, present }: { first: Organisation; present: Organisation }) {
  const { t } = useTranslation('organisations')
  const may = useMay()
  const client = useQueryClient()
  const [begun, begin] = useState(first)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: valuesOf(begun),
    validate: { name: (value: string) => (value.trim() ? null : t('organisations:list.needed')) },
    send: async (values) => {
      const saved = await api('PATCH /organisations/:organisation', {
        params: { organisation: begun.id },
        version: begun.version,
        body: changedFields(valuesOf(begun), values) as object,
      })
      begin(saved)
      form.setInitialValues(valuesOf(saved))
      form.setValues(valuesOf(saved))
      toast(t('organisations:settings.saved'))
      await refresh(client, ['GET /organisations/:organisation', 'GET /me'])
    },
  })
  const newer = present.version !== begun.version
  const changed = Object.keys(changedFields(valuesOf(begun), form.values)).length > 0
  const whyNot = may('organisation.manage')
    ? changed
      ? null
      : t('organisations:settings.nothingChanged')
    : t('organisations:settings.administratorsOnly')
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('organisations:field.name')} required {...form.getInputProps('name')} />
      <NativeSelect
        label={t('organisations:field.kind')}
        data={['sending', 'hosting', 'company'].map((kind) => ({
          value: kind,
          label: t(`organisations:kind.${kind}`),
        }))}
        {...form.getInputProps('kind')}
      />
      <ReachFields oid={form.values.oid} inputProps={(field) => form.getInputProps(field)} />
      <div className={classes.fields}>
        <NativeSelect
          label={t('organisations:field.language')}
          data={languages.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('language')}
        />
        <Select
          label={t('organisations:field.timeZone')}
          data={Intl.supportedValuesOf('timeZone')}
          searchable
          limit={60}
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
      </div>
      <ProblemNote problem={problem} retry={newer ? () => begin(present) : undefined} />
      <div>
        <ReasonButton type="submit" loading={sending} whyNot={whyNot} onClick={() => undefined}>
          {t('organisations:settings.save')}
        </ReasonButton>
      </div>
    </form>
  )
}

const valuesOf = (organisation: Organisation) => ({
  ...reachOf(organisation),
  name: organisation.name,
  kind: organisation.kind,
  language: organisation.language as string,
  timeZone: organisation.timeZone,
})
