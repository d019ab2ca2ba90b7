import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { RoomPlan } from '../stays-answers.ts'
import classes from '../stays.module.css'

type Person = Omit<RoomPlan['given'][number], 'roomId' | 'bedId' | 'locked'>

/** What matters about somebody for a room, in words. */
export function PersonMarks({ person, near }: { person: Person; near?: readonly string[] }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const marks = [
    person.minor === true && t('stays:mark.minor'),
    person.minor === null && t('stays:mark.ageUnknown'),
    person.leader && t('stays:mark.leader'),
    person.accessNeeds && t('stays:mark.access'),
    person.allergies && t('stays:mark.needs'),
    person.quiet && t('stays:mark.quiet'),
  ].filter((mark) => mark !== false)
  const together = person.friends.filter((name) => near?.includes(name))
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} className={classes.mark}>
          {mark}
        </span>
      ))}
      {together.length > 0 && (
        <span className={classes.quiet}>✓ {t('stays:mark.with', { names: format.list(together) })}</span>
      )}
    </>
  )
}
