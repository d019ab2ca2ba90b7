/** The languages SoftMob speaks from the start, each under its own name. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'it', name: 'Italiano' },
  { code: 'es', name: 'Español' },
  { code: 'de', name: 'Deutsch' },
  { code: 'fr', name: 'Français' },
] as const

export type LanguageCode = (typeof languages)[number]['code']

export const languageCodes = ['en', 'it', 'es', 'de', 'fr'] as const satisfies readonly LanguageCode[]

/** The language to speak to someone who asked for `wanted`; English where we do not speak it. */
export function spokenLanguage(wanted: string | null | undefined): LanguageCode {
  const code = wanted?.slice(0, 2).toLowerCase()
  return languageCodes.find((known) => known === code) ?? 'en'
}
