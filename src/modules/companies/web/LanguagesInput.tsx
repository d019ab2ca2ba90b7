import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { languageCodes } from '#shared/languages.ts'
import { useFormat } from '#web/i18n/formatters.ts'

const further = ['uk', 'ru', 'ar', 'tr', 'zh', 'sq', 'sr', 'no', 'is', 'mk']

/** Languages by their names. */
export function LanguagesInput(props: MultiSelectProps) {
  const format = useFormat()
  const codes = [...new Set<string>([...languageCodes, ...european, ...further, ...(props.value ?? [])])]
  return (
    <MultiSelect
      searchable
      {...props}
      data={codes
        .map((value) => ({ value, label: format.language(value) }))
        .toSorted((a, b) => a.label.localeCompare(b.label))}
    />
  )
}

const european = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ca eu gl'.split(' ')
