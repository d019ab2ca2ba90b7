import { useTranslation } from 'react-i18next'
import { statuses, type Status } from '#modules/mobilities/statuses.rules.ts'
import { StatusBadge } from '#modules/mobilities/web/StatusBadge.tsx'
import { encodeLine } from '#modules/tasks/line-code.rules.ts'
import { lineOf } from '#modules/tasks/line.rules.ts'
import { LineLarge } from '#modules/tasks/web/line/LineLarge.tsx'
import { LineStrip } from '#modules/tasks/web/line/LineStrip.tsx'
import { LineTall } from '#modules/tasks/web/line/LineTall.tsx'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import { Section } from '#web/layout/Section.tsx'
import { exampleDates, exampleDay, exampleTasks } from './example-line.ts'
import classes from './PartsPage.module.css'

/** The line at its three sizes. */
export function LineParts() {
  const { t } = useTranslation('showcase')
  const title = useTaskTitle()
  const titles = new Map(exampleTasks.map(({ key }) => [key, title({ key, title: null })]))
  const line = lineIn('placed')
  return (
    <>
      <Section title={t('showcase:lineLarge')}>
        <LineLarge line={line} titles={titles} />
        <LineLarge line={lineIn('ended-early')} titles={new Map()} />
      </Section>
      <Section title={t('showcase:lineStrip')}>
        <table className={classes.table}>
          <tbody>
            {statuses.map((status) => (
              <tr key={status}>
                <th scope="row">
                  <StatusBadge status={status} />
                </th>
                <td>
                  <LineStrip
                    line={encodeLine(exampleTasks)}
                    status={status}
                    today={exampleDay}
                    {...exampleDates}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('showcase:lineTall')}>
        <div className={classes.phone}>
          <LineTall line={line} titles={titles} />
        </div>
      </Section>
    </>
  )
}

const lineIn = (status: Status) => lineOf({ tasks: exampleTasks, status, today: exampleDay, ...exampleDates })
