import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { CompanyView } from './placement-answers.ts'
import classes from './placements.module.css'

/** Who somebody is in a few lines, as a company reads it. */
export function ViewLines({ view }: { view: CompanyView }) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const age =
    view.age === null
      ? view.ageBand && t(`placements:ageBand.${view.ageBand}`)
      : t('placements:age', { age: view.age })
  return (
    <>
      <p>
        {[
          age,
          t('placements:schoolOf', { school: view.school }),
          view.schoolTown,
          view.schoolCountry && format.country(view.schoolCountry),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {view.languages.length > 0 && (
        <p>
          {t('placements:languages', {
            languages: format.list(
              view.languages.map(({ code, level }) => `${format.language(code)} ${level}`),
            ),
          })}
        </p>
      )}
      {view.skills.length > 0 && <p>{t('placements:skills', { skills: format.list(view.skills) })}</p>}
      {view.about && <p className={classes.words}>{view.about}</p>}
      {view.hopes && <p className={classes.words}>{t('placements:hopes', { hopes: view.hopes })}</p>}
    </>
  )
}

/** "This is what the company sees." */
export function CompanyViewCard({ view }: { view: CompanyView }) {
  const { t } = useTranslation('placements')
  const empty = !view.about && !view.hopes && view.languages.length === 0
  return (
    <div className={classes.view}>
      <p className={classes.strong}>{view.givenName}</p>
      <ViewLines view={view} />
      <p className={classes.quiet}>
        {view.hasCv ? t('placements:cvIs', { name: view.cvName ?? '' }) : t('placements:cvNone')}
      </p>
      {empty && <p className={classes.quiet}>{t('placements:viewEmpty')}</p>}
    </div>
  )
}
