import { useTranslation } from 'react-i18next'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import { contactsOnce } from '../tutor-order.rules.ts'
import type { TraineeAnswer } from './Trainee.tsx'
import classes from './TutorPage.module.css'

/** With more organisations than so many, each is folded under its name. */
const few = 2

/** Whom to call, each once: by school and host, however many trainees they send. */
export function Contacts({ trainees }: { trainees: readonly TraineeAnswer[] }) {
  const { t } = useTranslation(['tutor-links', 'tasks'])
  const groups = contactsOnce(trainees)
  if (groups.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby="contacts">
      <h2 id="contacts" className={classes.name}>
        {t('tutor-links:page.contacts')}
      </h2>
      {groups.map(({ organisation, role, people }) => (
        <details
          key={`${role} ${organisation}`}
          className={classes.group}
          open={groups.length <= few || role === 'hosting'}
        >
          <summary>{organisation}</summary>
          <ul className={classes.list}>
            {people.map((person) => (
              <li key={`${person.name} ${person.phone} ${person.email}`} className={classes.contact}>
                <div>
                  {person.name}
                  <div className={classes.quiet}>
                    {person.duties
                      .map((duty) => t(`tasks:dutyName.${duty}`, { defaultValue: duty }))
                      .join(' · ')}
                  </div>
                </div>
                <div className={classes.reach}>
                  {person.phone && <PhoneLink number={person.phone} />}
                  {person.email && <MailLink address={person.email} />}
                </div>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
