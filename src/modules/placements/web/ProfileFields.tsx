import { TagsInput, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { LanguageRows, type SpokenLanguage } from './LanguageRows.tsx'

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

/** What somebody writes about themselves for companies. */
export function ProfileFields({ form, large }: { form: UseFormReturnType<ProfileValues>; large?: boolean }) {
  const { t } = useTranslation('placements')
  const size = large ? ({ size: 'lg' } as const) : {}
  return (
    <>
      <Textarea
        autosize
        minRows={3}
        maxLength={2000}
        label={t('placements:profile.about')}
        description={t('placements:profile.aboutText')}
        {...size}
        {...form.getInputProps('about')}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={1000}
        label={t('placements:profile.hopes')}
        {...size}
        {...form.getInputProps('hopes')}
      />
      <LanguageRows
        value={form.values.languages}
        onChange={(languages) => form.setFieldValue('languages', languages)}
        {...(large ? { large } : {})}
      />
      <TagsInput
        label={t('placements:profile.skills')}
        description={t('placements:profile.skillsText')}
        {...size}
        {...form.getInputProps('skills')}
      />
    </>
  )
}
