import { useTranslation } from 'react-i18next'
import { partyRoles } from '#modules/mobilities/party-roles.rules.ts'
import { statuses } from '#modules/mobilities/statuses.rules.ts'
import { StatusBadge } from '#modules/mobilities/web/StatusBadge.tsx'
import type { TaskLook } from '#modules/tasks/task.rules.ts'
import { TaskSign } from '#modules/tasks/web/TaskSign.tsx'
import { TurnMark } from '#modules/tasks/web/TurnMark.tsx'
import { Section } from '#web/layout/Section.tsx'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import { exampleDay } from './example-line.ts'
import classes from './PartsPage.module.css'

const looks: readonly TaskLook[] = ['done', 'due', 'late', 'blocked', 'later', 'waived']

/** Who acts, how a task of theirs looks, statuses and turns. */
export function ActorParts() {
  const { t } = useTranslation(['showcase', 'tasks'])
  return (
    <>
      <Section title={t('showcase:actors')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('showcase:actor')}</th>
              {looks.map((look) => (
                <th key={look} scope="col">
                  {t(`tasks:look.${look}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {partyRoles.map((role) => (
              <tr key={role}>
                <th scope="row">
                  <ActorMark role={role} />
                </th>
                {looks.map((look) => (
                  <td key={look}>
                    <TaskSign owner={role} look={look} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('showcase:statuses')}>
        <div className={classes.row}>
          {statuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </div>
      </Section>
      <Section title={t('showcase:turns')}>
        <div className={classes.row}>
          {partyRoles.map((role) => (
            <TurnMark key={role} turn={role} since={exampleDay} />
          ))}
          <TurnMark turn={null} />
        </div>
      </Section>
    </>
  )
}
