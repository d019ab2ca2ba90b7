import { Checkbox, Modal, MultiSelect, NumberInput, SimpleGrid } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { LanguageRows } from '#web/parts/LanguageRows.tsx'
import { FieldSelect } from '#modules/companies/web/FieldSelect.tsx'
import { SkillsInput } from '#modules/companies/web/TermInputs.tsx'
import { ProfileFit } from './ProfileFit.tsx'
import {
  inputOf,
  profileRead,
  profileReads,
  valuesOf,
  type PlacementProfile,
  type ProfileValues,
} from './profile-answers.ts'
import { WishesInput } from './WishesInput.tsx'
import classes from './profile.module.css'

interface PlacementProfileDialogProps {
  organisation: string
  mobility: string
  name: string
  onClose: () => void
  /** After each saving, the one that takes it back included. */
  onSaved?: () => void
}

/** What matching goes by for somebody, and beside it what it would say. */
export default function PlacementProfileDialog(props: PlacementProfileDialogProps) {
  const { t } = useTranslation(['matching', 'web'])
  const { organisation, mobility, name, onClose } = props
  const read = useApi(profileRead, { params: { organisation, mobility } }, { staleTime: 0 })
  // An older answer that is still at hand would begin the form with an old version.
  if (read.data && read.isFetchedAfterMount)
    return <Form {...props} present={read.data} refetch={() => void read.refetch()} />
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('matching:profile.titleOf', { name })}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {!read.error && <SkeletonRows rows={6} />}
    </Modal>
  )
}

function Form({
  organisation,
  mobility,
  name,
  onClose,
  onSaved,
  present,
  refetch,
}: PlacementProfileDialogProps & { present: PlacementProfile; refetch: () => void }) {
  const { t } = useTranslation('matching')
  const client = useQueryClient()
  const params = { organisation, mobility }
  const [begun, begin] = useState(present)
  const put = async (values: ProfileValues, version: number) => {
    const saved = await api('PUT /organisations/:organisation/mobilities/:mobility/placement-profile', {
      params,
      body: { ...inputOf(values), version },
    })
    await refresh(client, profileReads)
    onSaved?.()
    return saved
  }
  const { form, submit, sending, problem } = useApiForm<ProfileValues>({
    initialValues: valuesOf(begun),
    send: async (values) => {
      const { version } = await put(values, begun.version).catch((error: unknown) => {
        // Somebody may have been quicker: what they said is offered then.
        refetch()
        throw error
      })
      onClose()
      toast(t('matching:profile.saved', { name }), {
        label: t('matching:profile.undo'),
        run: () => void put(valuesOf(begun), version).catch(toastProblem),
      })
    },
  })
  const catchUp = (): void => {
    form.setValues(caughtUp(valuesOf(begun), valuesOf(present), form.getValues()))
    begin(present)
  }
  return (
    <FormDialog
      title={t('matching:profile.titleOf', { name })}
      size="xl"
      retry={present.version > begun.version ? catchUp : undefined}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('matching:profile.text')}</p>
      <FieldSelect
        label={t('matching:profile.field')}
        description={t('matching:profile.fieldHint')}
        {...form.getInputProps('field')}
      />
      <div>
        <LanguageRows
          value={form.values.languages}
          onChange={(languages) => form.setFieldValue('languages', languages)}
        />
        {form.errors['languages'] && <p className={classes.error}>{form.errors['languages']}</p>}
      </div>
      <SkillsInput
        label={t('matching:profile.skills')}
        description={t('matching:profile.skillsHint')}
        maxTags={50}
        {...form.getInputProps('skills')}
      />
      <Wished field="wishes" {...{ organisation, mobility, begun, form }} />
      <Wished field="wantedBy" {...{ organisation, mobility, begun, form }} />
      <Friends {...{ organisation, mobility, begun, form }} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t('matching:profile.mostKilometres')}
          description={t('matching:profile.mostKilometresHint')}
          min={0}
          max={1000}
          allowDecimal={false}
          {...form.getInputProps('mostKilometres')}
        />
        <Checkbox
          mt="lg"
          label={t('matching:profile.accessNeeds')}
          description={t('matching:profile.accessNeedsHint')}
          {...form.getInputProps('accessNeeds', { type: 'checkbox' })}
        />
      </SimpleGrid>
      <ProfileFit {...params} values={form.values} />
    </FormDialog>
  )
}

interface PartProps {
  organisation: string
  mobility: string
  begun: PlacementProfile
  form: ReturnType<typeof useApiForm<ProfileValues>>['form']
}

/** Positions by search: work that is wished for, or that of companies which asked for the person. */
function Wished({
  field,
  organisation,
  mobility,
  begun,
  form,
}: PartProps & { field: 'wishes' | 'wantedBy' }) {
  const { t } = useTranslation('matching')
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text, 150)
  const { data } = useApi('GET /organisations/:organisation/mobilities/:mobility/wishable-positions', {
    params: { organisation, mobility },
    query: { q },
  })
  return (
    <WishesInput
      label={t(`matching:profile.${field}`)}
      description={t(`matching:profile.${field}Hint`)}
      ranked={field === 'wishes'}
      known={begun.positions}
      found={data?.items ?? []}
      searchValue={text}
      onSearchChange={setText}
      {...form.getInputProps(field)}
      value={form.values[field]}
    />
  )
}

function Friends({ organisation, mobility, begun, form }: PartProps) {
  const { t } = useTranslation('matching')
  const others = useApi('GET /organisations/:organisation/mobilities/:mobility/companions', {
    params: { organisation, mobility },
  })
  const known = new Map([...begun.people, ...(others.data?.items ?? [])].map(({ id, name }) => [id, name]))
  for (const id of form.values.friends) if (!known.has(id)) known.set(id, t('matching:profile.gone'))
  return (
    <MultiSelect
      label={t('matching:profile.friends')}
      description={t('matching:profile.friendsHint')}
      searchable
      maxValues={20}
      limit={30}
      nothingFoundMessage={t('matching:profile.nothingFound')}
      data={[...known].map(([value, label]) => ({ value, label }))}
      {...form.getInputProps('friends')}
    />
  )
}
