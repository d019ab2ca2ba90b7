import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import { usualCovers, type PaperKind } from '../kinds.rules.ts'
import type { ShownPaper } from './paper-answers.ts'
import { fieldsOf, needsEnd, type PaperValues } from './paper-values.ts'

interface PaperFieldsProps {
  kind: PaperKind
  shown: ShownPaper
  form: UseFormReturnType<PaperValues>
}

const dates = ['validFrom', 'validUntil', 'invitedOn', 'appointmentOn']

/** The fields of one kind of paper, for the phone and for staff. */
export function PaperFields({ kind, shown, form }: PaperFieldsProps) {
  const { t } = useTranslation('papers')
  const coverKeys = [...new Set([...usualCovers, ...shown.covers, ...form.values.covers])]
  const labelOf = (field: string): string =>
    field === 'number'
      ? t(`papers:numberOf.${kind}`, { defaultValue: t('papers:field.number') })
      : t(`papers:field.${field}`)
  return fieldsOf(kind).map((field, at) => {
    const props = {
      label: labelOf(field),
      ...form.getInputProps(field),
      ...(at === 0 ? { 'data-autofocus': true } : {}),
    }
    if (field === 'document')
      return (
        <Select
          key={form.key(field)}
          {...props}
          allowDeselect={false}
          data={(['id-card', 'passport'] as const).map((value) => ({
            value,
            label: t(`papers:document.${value}`),
          }))}
        />
      )
    if (field === 'country') return <CountrySelect key={field} {...props} />
    if (field === 'covers')
      return (
        <Checkbox.Group key={field} {...props} description={t('papers:coversHint')}>
          {coverKeys.map((cover) => (
            <Checkbox
              key={cover}
              mt="xs"
              value={cover}
              label={t(`papers:cover.${cover}`, { defaultValue: cover })}
            />
          ))}
        </Checkbox.Group>
      )
    if (field === 'note') return <Textarea key={field} {...props} autosize />
    return (
      <TextInput
        key={field}
        {...props}
        {...(dates.includes(field) ? { type: 'date' } : {})}
        {...(field === 'appointmentTime' ? { type: 'time' } : {})}
        {...(field === 'emergencyPhone' ? { type: 'tel' } : {})}
        {...(field === 'number' && shown.paper?.numberEnding != null
          ? { description: t('papers:numberKept', { ending: shown.paper.numberEnding }) }
          : {})}
        {...(field === 'validUntil' && needsEnd(kind, form.values) ? { required: true } : {})}
      />
    )
  })
}
