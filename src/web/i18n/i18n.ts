import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { spokenLanguage, type LanguageCode } from '#shared/languages.ts'

type Words = Record<string, unknown>

const files = import.meta.glob<Words>(['../../../locales/*/*.json', '!../../../locales/*/mail.json'], {
  import: 'default',
})

const remembered = 'softmob.language'

/** Loads one module's words in one language when they are first needed; a missing file speaks English. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../../../locales/${language}/${namespace}.json`]
    if (!load) return done(null, {})
    load().then(
      (words) => done(null, words),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  },
}

/** Starts i18next in the language last used here, else the browser's. Resolves when the shell's words are there. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: ['web'],
      defaultNS: 'web',
      returnNull: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
}

/** Changes the language of the screen and remembers it on this device. */
export async function speak(language: LanguageCode): Promise<void> {
  try {
    localStorage.setItem(remembered, language)
  } catch {
    // Nothing to remember in: the language holds until the page is closed.
  }
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

function firstLanguage(): LanguageCode {
  try {
    const chosen = localStorage.getItem(remembered)
    if (chosen) return spokenLanguage(chosen)
  } catch {
    // Storage is closed: ask the browser.
  }
  const known = navigator.languages.find((language) => spokenLanguage(language) === language.slice(0, 2))
  return spokenLanguage(known)
}
