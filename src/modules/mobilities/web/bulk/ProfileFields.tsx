import { Group, NumberInput, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { spokenLanguages } from '#web/parts/LanguageRows.tsx'
import { languageLevels } from '#modules/companies/companies.shapes.contract.ts'
import { FieldSelect } from '#modules/companies/web/FieldSelect.tsx'
import type { BulkValues } from './bulk-kinds.ts'

/** What matching goes by, as far as it is the same for many: field, a language, distance. */
export function ProfileFields({ form }: { form: UseFormReturnType<BulkValues> }) {
  const { t } = useTranslation(['bulk', 'matching'])
  const format = useFormat()
  const asIs = t('bulk:profile.asIs')
  return (
    <>
      <FieldSelect
        label={t('matching:profile.field')}
        placeholder={asIs}
        data-autofocus
        {...form.getInputProps('field')}
      />
      <Group grow align="flex-start">
        <Select
          label={t('bulk:profile.language')}
          placeholder={asIs}
          searchable
          clearable
          data={spokenLanguages
            .map((value) => ({ value, label: format.language(value) }))
            .toSorted((a, b) => a.label.localeCompare(b.label))}
          {...form.getInputProps('language')}
        />
        <Select
          label={t('bulk:profile.level')}
          allowDeselect={false}
          data={[...languageLevels]}
          {...form.getInputProps('level')}
        />
      </Group>
      <NumberInput
        label={t('matching:profile.mostKilometres')}
        placeholder={asIs}
        min={0}
        max={1000}
        allowDecimal={false}
        {...form.getInputProps('mostKilometres')}
      />
    </>
  )
}
