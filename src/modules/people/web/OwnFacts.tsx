import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { OwnFileAnswer } from './own-values.ts'
import classes from './own.module.css'

/** What the school keeps and one can only read, and when the data were last said to be right. */
export function OwnFacts({ file }: { file: OwnFileAnswer }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  const lines = {
    birthDate: file.editable.includes('birthDate') ? null : file.birthDate && format.date(file.birthDate),
    nationality: file.editable.includes('nationality')
      ? null
      : file.nationality && format.country(file.nationality),
    email: file.email,
    studentNumber: file.studentNumber,
    schoolClass: file.schoolClass,
  }
  const known = Object.entries(lines).filter(([, value]) => value)
  return (
    <>
      {known.length > 0 && (
        <>
          <dl className={classes.facts}>
            {known.map(([field, value]) => (
              <div key={field}>
                <dt>{t(`people:field.${field}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.quiet}>{t('people:own.wrong', { organisation: file.organisation.name })}</p>
        </>
      )}
      {file.checked.map(({ by, at }) => (
        <p key={by} className={classes.quiet}>
          {t(`people:checked.${by}`, { date: format.dateTime(at) })}
        </p>
      ))}
    </>
  )
}
