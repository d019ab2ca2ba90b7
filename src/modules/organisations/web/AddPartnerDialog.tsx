import { Autocomplete, Checkbox, Group, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#web/api/api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { paths } from '#web/paths.ts'
import { partnershipKinds, type PartnershipKind } from '../partner-kinds.rules.ts'
import { PossibleDuplicates } from './PossibleDuplicates.tsx'
import { noReach, ReachFields } from './ReachFields.tsx'

/** Writes a partner down. Whoever may be the same is told before there are two. */
export function AddPartnerDialog({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation('organisations')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { name: '', kinds: ['host'] as PartnershipKind[], ...noReach, note: '' },
    validate: {
      name: (value: string) => (value.trim() ? null : t('organisations:list.needed')),
      kinds: (value: readonly string[]) => (value.length > 0 ? null : t('organisations:partners.kindNeeded')),
    },
    send: async (values) => {
      const made = await api('POST /organisations/:organisation/partners', {
        params: { organisation },
        body: values,
      })
      await refresh(client, ['GET /organisations/:organisation/partners'])
      await navigate(paths.partner(organisation, made.id))
    },
  })
  const { name, country, oid, erasmusCode, kinds } = form.values
  return (
    <FormDialog
      title={t('organisations:partners.add')}
      confirm={t('organisations:partners.add')}
      size="xl"
      {...{ onClose, submit, sending, problem }}
    >
      <NameInput
        name={name}
        inputProps={form.getInputProps('name')}
        onChoose={(institution) => form.setValues(institution)}
      />
      <Checkbox.Group label={t('organisations:field.kinds')} required {...form.getInputProps('kinds')}>
        <Group mt="xs">
          {partnershipKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`organisations:partnerKind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <PossibleDuplicates
        organisation={organisation}
        asked={{ name, country, oid, erasmusCode }}
        kinds={kinds}
      />
      <ReachFields oid={oid} inputProps={(field) => form.getInputProps(field)} />
      <Textarea
        label={t('organisations:field.note')}
        description={t('organisations:partners.noteText')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  )
}

interface Institution {
  name: string
  erasmusCode: string
  country: string
  town: string
}

interface NameInputProps {
  name: string
  inputProps: object
  onChoose: (institution: Institution) => void
}

/** A name; institutions of the published Erasmus list are offered while one types. */
function NameInput({ name, inputProps, onChoose }: NameInputProps) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const [q] = useDebouncedValue(name.trim(), 250)
  const found = useApi('GET /institutions', { query: { q } }, { enabled: q.length > 2, staleTime: Infinity })
  const items = q.length > 2 ? (found.data?.items ?? []) : []
  return (
    <Autocomplete
      label={t('organisations:field.name')}
      description={t('organisations:partners.offered')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required
      data-autofocus
      data={items.map((item) => item.erasmusCode)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const item = items.find((one) => one.erasmusCode === option.value)
        return item ? `${item.name} · ${item.town}, ${format.country(item.country)}` : option.value
      }}
      {...inputProps}
      onOptionSubmit={(code) => {
        const item = items.find((one) => one.erasmusCode === code)
        // After the field has taken the chosen value for its text.
        if (item) queueMicrotask(() => onChoose(item))
      }}
    />
  )
}
