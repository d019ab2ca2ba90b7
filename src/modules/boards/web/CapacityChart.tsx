import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/dates.ts'
import tableClasses from '#modules/organisations/web/organisations.module.css'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import type { Timeline } from './board-answers.ts'
import { Months, placeOf } from './FlowBars.tsx'
import { niceTop, stepPath } from './step-path.ts'
import boardClasses from './board.module.css'
import classes from './timeline.module.css'

const height = 100
const lines = ['people', 'needed', 'options', 'beds', 'places'] as const

/** People of each week against beds and places, as steps; the same as a table below. */
export function CapacityChart({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const { weeks } = timeline
  // Options are a line of their own only where some are kept.
  const there = lines.filter((line) =>
    line === 'options'
      ? weeks.some(({ needed, options }) => options > needed)
      : weeks.some((week) => week[line] !== null),
  )
  const top = niceTop(Math.max(1, ...weeks.flatMap((week) => there.map((line) => week[line] ?? 0))))
  const marks = [0, top / 2, top]
  const steps = (line: (typeof lines)[number]) =>
    weeks.map((week) => ({
      from: placeOf(timeline, week.from),
      to: placeOf(timeline, addDays(week.from, 7)),
      at: height - ((week[line] ?? 0) / top) * height,
    }))
  const short = weeks.filter((week) => missing(week) > 0)
  return (
    <Section
      title={t('boards:capacity.title')}
      aside={
        short.length > 0 && (
          <span className={classes.short}>{t('boards:capacity.short', { count: short.length })}</span>
        )
      }
    >
      <div className={classes.scroll} role="region" tabIndex={0} aria-label={t('boards:capacity.title')}>
        <div className={classes.chart}>
          <Months timeline={timeline} />
          <ul className={classes.key}>
            {there.map((line) => (
              <li key={line}>
                <svg width="28" height="14" aria-hidden="true">
                  <path className={classes[line]} d={line === 'people' ? 'M1 13V3H27V13Z' : 'M1 7H27'} />
                </svg>
                {t(`boards:capacity.${line}`)}
              </li>
            ))}
          </ul>
          {marks.map((mark) => (
            <span
              key={mark}
              className={classes.scale}
              style={{ insetBlockStart: 32 + 170 - (mark / top) * 170 }}
              aria-hidden="true"
            >
              {format.number(mark)}
            </span>
          ))}
          <svg
            className={classes.capacity}
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('boards:capacity.picture')}
          >
            {marks.map((mark) => (
              <path key={mark} className={classes.grid} d={`M0 ${height - (mark / top) * height}H100`} />
            ))}
            {there.map((line) => (
              <path
                key={line}
                className={classes[line]}
                d={stepPath(steps(line), line === 'people' ? height : null)}
              />
            ))}
          </svg>
        </div>
      </div>
      <details>
        <summary className={boardClasses.summary}>{t('boards:capacity.asTable')}</summary>
        <div className={classes.table} role="region" tabIndex={0} aria-label={t('boards:capacity.asTable')}>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('boards:weekOf')}</th>
                {there.map((line) => (
                  <th key={line} scope="col" className={tableClasses.number}>
                    {t(`boards:capacity.${line}`)}
                  </th>
                ))}
                <th scope="col" className={tableClasses.number}>
                  {t('boards:capacity.missing')}
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks
                .filter(({ people, options }) => people > 0 || options > 0)
                .map((week) => (
                  <tr key={week.from}>
                    <th scope="row">{format.date(week.from)}</th>
                    {there.map((line) => (
                      <td key={line} className={tableClasses.number}>
                        {week[line] !== null && format.number(week[line])}
                      </td>
                    ))}
                    <td className={tableClasses.number}>
                      {missing(week) > 0 && (
                        <span className={classes.short}>{t('boards:over', { count: missing(week) })}</span>
                      )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  )
}

/** How many more beds or places are needed than there are, options not counted. */
function missing({ needed, beds, places }: Timeline['weeks'][number]): number {
  return Math.max(0, ...[beds, places].filter((there) => there !== null).map((there) => needed - there))
}
