import { searchKey } from './search-key.rules.ts'

/** The 24 official EU languages and those of associated and neighbouring countries (ISO 639-1). */
const known =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv is nb nn no tr mk sq sr bs uk ru ar ka hy az lb ca eu gl'.split(
    ' ',
  )
/** The languages in which their names are understood; each language's own name is understood too. */
const spoken = ['en', 'it', 'es', 'de', 'fr', 'pt', 'nl', 'pl']

const names = new Map<string, string>()
for (const code of known) {
  names.set(code, code)
  for (const language of [...spoken, code]) {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(code)
    if (name && !names.has(searchKey(name))) names.set(searchKey(name), code)
  }
}

/** The ISO 639-1 code of a language named by its code (`EN`, `en-GB`) or its name in eight languages or its own; null for other words. */
export function readLanguage(text: string): string | null {
  const tag = /^([a-z]{2})[-_][a-z]{2}$/i.exec(text.trim())?.[1]
  return names.get(searchKey(tag ?? text)) ?? null
}
