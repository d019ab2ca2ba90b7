import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { daysBetween, type Day } from '#shared/dates.ts'
import { isStatus } from '#modules/mobilities/statuses.rules.ts'
import { LineStrip } from '#modules/tasks/web/line/LineStrip.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { useMonthName } from './board-words.ts'
import type { Timeline, TimelineFlow } from './board-answers.ts'
import classes from './timeline.module.css'

/** Where a day stands on a timeline, in percent of its width. */
export function placeOf({ months }: Pick<Timeline, 'months'>, day: Day, end = false): number {
  const first = months[0]?.from ?? day
  const days = daysBetween(first, months.at(-1)?.to ?? day) + 1
  return (Math.min(days, Math.max(0, daysBetween(first, day) + (end ? 1 : 0))) / days) * 100
}

/** One line for each flow, below its sender or its destination. */
export function FlowBars({ timeline, organisation }: { timeline: Timeline; organisation: string }) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const today = todayHere()
  const here = placeOf(timeline, today)
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t('boards:timeline.title')}>
      <div className={classes.chart} data-months={timeline.months.length}>
        <Months timeline={timeline} />
        {here > 0 && here < 100 && (
          <span className={classes.now} style={{ '--at': here / 100 } as CSSProperties}>
            <span>{t('boards:timeline.now')}</span>
          </span>
        )}
        {timeline.groups.map((group) => (
          <section key={group.key} aria-label={group.name ?? t('boards:timeline.nowhere')}>
            <h2 className={classes.group}>
              {[group.name ?? t('boards:timeline.nowhere'), group.country && format.country(group.country)]
                .filter(Boolean)
                .join(', ')}
              <span className={classes.quiet}>
                {t('boards:timeline.groupOf', {
                  count: group.flows.length,
                  people: format.number(group.flows.reduce((sum, { people }) => sum + people, 0)),
                })}
              </span>
            </h2>
            <ul className={classes.flows}>
              {group.flows.map((flow) => (
                <FlowLine key={flow.id} flow={flow} timeline={timeline} organisation={organisation} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

/** The months above the bars. */
export function Months({ timeline }: { timeline: Timeline }) {
  const month = useMonthName()
  return (
    <div className={classes.months} aria-hidden="true">
      {timeline.months.map(({ from }) => (
        <span key={from} style={{ insetInlineStart: `${placeOf(timeline, from)}%` }}>
          {month(from)}
          {/* A year of months has a January that names it; there is no room for more. */}
          {(from.slice(5, 7) === '01' ||
            (timeline.months.length < 12 && from === timeline.months[0]?.from)) &&
            ` ${from.slice(0, 4)}`}
        </span>
      ))}
    </div>
  )
}

interface FlowLineProps {
  flow: TimelineFlow
  timeline: Timeline
  organisation: string
}

function FlowLine({ flow, timeline, organisation }: FlowLineProps) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const from = placeOf(timeline, flow.from)
  const to = placeOf(timeline, flow.to, true)
  const share = flow.places > 0 ? Math.min(1, flow.people / flow.places) : flow.people > 0 ? 1 : 0
  const over = flow.people > flow.places && flow.places > 0
  const words = [
    format.dateRange(flow.from, flow.to),
    t('boards:timeline.fill', { count: flow.people, places: format.number(flow.places) }),
    over && t('boards:over', { count: flow.people - flow.places }),
  ]
    .filter(Boolean)
    .join(', ')
  const { line } = flow
  return (
    <li className={classes.flow}>
      <div className={classes.about}>
        <Link to={paths.flow(organisation, flow.id)} className={classes.name} title={flow.name}>
          {flow.name}
        </Link>
        {line && isStatus(line.status) && (
          <LineStrip
            line={line.code}
            status={line.status}
            departure={line.departure}
            returnDate={line.return}
          />
        )}
      </div>
      <div className={classes.track}>
        <Link
          to={paths.flow(organisation, flow.id)}
          className={classes.bar}
          data-over={over || undefined}
          style={
            {
              insetInlineStart: `${from}%`,
              width: `${Math.max(0.6, to - from)}%`,
              '--share': `${share * 100}%`,
            } as CSSProperties
          }
          aria-label={`${flow.name}, ${words}`}
          title={words}
        >
          <span />
        </Link>
        <span
          className={classes.count}
          style={to > 80 ? { insetInlineEnd: `${100 - from}%` } : { insetInlineStart: `${to}%` }}
          data-over={over || undefined}
          aria-hidden="true"
        >
          {`${format.number(flow.people)}/${format.number(flow.places)}`}
          {over && ' !'}
          {flow.other && <span className={classes.quiet}>{flow.other}</span>}
        </span>
      </div>
    </li>
  )
}
