import { useTranslation } from 'react-i18next'
import { languages, spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import { speak } from '#web/i18n/i18n.ts'
import classes from './LanguageSelect.module.css'

/** The language of the page, as the phone's own list. `onChoose` keeps it with the person where one is signed in. */
export function LanguageSelect({ onChoose }: { onChoose?: (language: LanguageCode) => void }) {
  const { t, i18n } = useTranslation('web')
  return (
    <select
      className={classes.select}
      aria-label={t('web:person.language')}
      value={spokenLanguage(i18n.language)}
      onChange={(event) => {
        const language = spokenLanguage(event.currentTarget.value)
        void speak(language)
        onChoose?.(language)
      }}
    >
      {languages.map(({ code, name }) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
