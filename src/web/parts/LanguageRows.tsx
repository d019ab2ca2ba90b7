import { ActionIcon, Button, Input, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import classes from './language-rows.module.css'

/** Levels of the Common European Framework of Reference for Languages. */
const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
/** Languages of programme countries, and a few that many learners grow up with. */
export const spokenLanguages =
  'ar bg bs cs da de el en es et fi fr ga hr hu is it lb lt lv mk mt nb nl pl pt ro ru sk sl sq sr sv tr uk zh'.split(
    ' ',
  )

export interface SpokenLanguage {
  code: string
  level: (typeof levels)[number]
}

interface LanguageRowsProps {
  value: readonly SpokenLanguage[]
  onChange: (value: SpokenLanguage[]) => void
  /** How these languages are meant. */
  description?: string
  error?: ReactNode
  large?: boolean
}

/** Languages with their level, one a line. */
export function LanguageRows({ value, onChange, description, error, large }: LanguageRowsProps) {
  const { t } = useTranslation('web')
  const format = useFormat()
  const size = large ? ({ size: 'lg' } as const) : {}
  const names = [...new Set([...spokenLanguages, ...value.map(({ code }) => code)])]
    .map((code) => ({ value: code, label: format.language(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const set = (at: number, change: Partial<SpokenLanguage>): void =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...change } : one)))
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('web:languages.title')}</legend>
      {description && <Input.Description>{description}</Input.Description>}
      {value.map((one, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place
        <div key={i} className={classes.language}>
          <NativeSelect
            aria-label={t('web:languages.language')}
            data={names}
            value={one.code}
            onChange={(event) => set(i, { code: event.currentTarget.value })}
            {...size}
          />
          <NativeSelect
            aria-label={t('web:languages.level')}
            data={levels.map((level) => ({ value: level, label: level }))}
            value={one.level}
            onChange={(event) => set(i, { level: event.currentTarget.value as SpokenLanguage['level'] })}
            {...size}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('web:languages.remove', { language: format.language(one.code) })}
            onClick={() => onChange(value.filter((_one, at) => at !== i))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {value.length < 10 && (
        <Button variant="default" onClick={() => onChange([...value, { code: 'en', level: 'A2' }])}>
          {t('web:languages.add')}
        </Button>
      )}
      {error && <Input.Error>{error}</Input.Error>}
    </fieldset>
  )
}
