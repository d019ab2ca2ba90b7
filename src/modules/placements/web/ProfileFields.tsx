import { Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { LanguageRows, type SpokenLanguage } from '#web/parts/LanguageRows.tsx'
import { SkillsInput } from '#modules/companies/web/TermInputs.tsx'

export interface ProfileValues extends Record<string, unknown> {
  about: string
  hopes: string
  languages: SpokenLanguage[]
  skills: string[]
  cvFileId: string | null
}

/** What was written, as its form holds it. */
export const profileValues = (known: {
  about: string | null
  hopes: string | null
  languages: readonly SpokenLanguage[]
  skills: readonly string[]
  cv: { id: string } | null
}): ProfileValues => ({
  about: known.about ?? '',
  hopes: known.hopes ?? '',
  languages: [...known.languages],
  skills: [...known.skills],
  cvFileId: known.cv?.id ?? null,
})

interface ProfileFieldsProps {
  form: UseFormReturnType<ProfileValues>
  /** Somebody else writes, about the person of this given name. */
  about?: string | null
  large?: boolean
}

/** What somebody writes about themselves for companies. */
export function ProfileFields({ form, about, large }: ProfileFieldsProps) {
  const { t } = useTranslation('placements')
  const words = (key: 'about' | 'aboutText' | 'hopes' | 'skills'): string =>
    about ? t(`placements:profileOf.${key}`, { name: about }) : t(`placements:profile.${key}`)
  const size = large ? ({ size: 'lg' } as const) : {}
  return (
    <>
      <Textarea
        autosize
        minRows={3}
        maxLength={2000}
        label={words('about')}
        description={words('aboutText')}
        {...size}
        {...form.getInputProps('about')}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={1000}
        label={words('hopes')}
        {...size}
        {...form.getInputProps('hopes')}
      />
      <LanguageRows
        value={form.values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages)}
        {...(large ? { large } : {})}
      />
      <SkillsInput
        label={words('skills')}
        description={t('placements:profile.skillsText')}
        {...size}
        {...form.getInputProps('skills')}
      />
    </>
  )
}
