import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type TFunction } from 'i18next'
import { languageCodes, type LanguageCode } from '#shared/languages.ts'

const folder = join(import.meta.dirname, '../../locales')

const instance = i18next.createInstance()
await instance.init({
  fallbackLng: 'en',
  lng: 'en',
  resources: Object.fromEntries(languageCodes.map((language) => [language, filesOf(language)])),
  interpolation: { escapeValue: false },
  returnNull: false,
})

/** The same words as in the browser, for mails and documents. */
export function wordsIn(language: LanguageCode): TFunction {
  return instance.getFixedT(language)
}

function filesOf(language: string): Record<string, object> {
  if (!existsSync(join(folder, language))) return {}
  const files = readdirSync(join(folder, language), { withFileTypes: true })
  return Object.fromEntries(
    files
      .filter((file) => file.name.endsWith('.json'))
      .map((file) => [
        file.name.slice(0, -5),
        JSON.parse(readFileSync(join(folder, language, file.name), 'utf8')) as object,
      ]),
  )
}
