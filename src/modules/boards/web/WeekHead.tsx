import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { paths } from '#web/paths.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import type { Board, Overview } from './board-answers.ts'
import { useBoardWords } from './board-words.ts'
import classes from './board.module.css'
import optionClasses from './options.module.css'

type Column = Overview['columns'][number]

interface WeekHeadProps {
  board: Board
  overview: Overview | undefined
  organisation: string
}

/** The week by day above its rows: who comes, who leaves, who is there, what is used and free. */
export function WeekHead({ board, overview, organisation }: WeekHeadProps) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const words = useBoardWords()
  const today = todayHere()
  const days = board.columns.every(({ from, to }) => from === to)
  const columns = overview?.columns ?? []
  return (
    <table className={classes.head}>
      <caption className="mantine-visually-hidden" style={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
        {t('boards:headCaption')}
      </caption>
      <colgroup>
        <col style={{ width: 'calc(var(--label) + var(--names))' }} />
        {board.columns.map(({ from }) => (
          <col key={from} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t(`boards:rows.${board.rows}`)}</th>
          {board.columns.map(({ from, to }) => (
            <th
              key={from}
              scope="col"
              className={from <= today && today <= to ? classes.today : undefined}
              aria-current={from <= today && today <= to ? 'date' : undefined}
            >
              {days ? format.date(from, 'weekday') : format.dateRange(from, to, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['arrivals', 'departures'] as const).map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`boards:${kind}`)}</th>
            {board.columns.map(({ from }, at) => (
              <td key={from}>
                <ByFlow
                  flows={columns[at]?.[kind] ?? []}
                  organisation={organisation}
                  hours={days}
                  to={`${paths.arrivals(organisation)}?direction=${kind === 'arrivals' ? 'out' : 'back'}&from=${from}&to=${from}`}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('boards:here')}</th>
          {board.columns.map(({ from }, at) => (
            <td key={from} className={classes.big}>
              {columns[at] && format.number(columns[at].people)}
            </td>
          ))}
        </tr>
        {board.options.length > 0 && <Options board={board} organisation={organisation} />}
        <tr>
          <th scope="row">{t(`boards:used.${board.rows}`)}</th>
          {board.columns.map(({ from }, at) => (
            <td key={from}>
              {[format.number(board.totals.used[at] ?? 0), words.free(board.totals.free[at] ?? null)]
                .filter(Boolean)
                .join(' · ')}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** What is kept for people not known by name, ordered or by an option: it takes no place, and is seen before one promises it to another. */
function Options({ board, organisation }: Pick<WeekHeadProps, 'board' | 'organisation'>) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const senders = new Map(board.senders.map((sender) => [sender.id, sender]))
  return (
    <tr>
      <th scope="row">{t('boards:options.title')}</th>
      {board.columns.map(({ from, to }, at) => {
        const here = board.options.filter((one) => one.from <= to && one.to >= from)
        const short = board.totals.tooFew[at] ?? 0
        return (
          <td key={from}>
            {here.length > 0 && (
              <span className={classes.big}>{`+${format.number(board.totals.options[at] ?? 0)}`}</span>
            )}
            {here.slice(0, 2).map((one) => {
              const sender = senders.get(one.senderId)
              const until =
                one.until === null
                  ? t('boards:options.ordered')
                  : t('boards:options.until', { day: format.date(one.until, 'short') })
              return (
                <Link
                  key={one.requestId}
                  to={paths.order(organisation, one.requestId)}
                  className={optionClasses.option}
                  title={[sender?.name, one.title, until].filter(Boolean).join(', ')}
                >
                  {sender && <SenderTag sender={sender} />}
                  <span>{until}</span>
                  <span className={optionClasses.unseen}>{`${sender?.name ?? ''}, ${one.title}`}</span>
                </Link>
              )
            })}
            {here.length > 2 && (
              <span className={classes.flows}>{t('boards:andMore', { count: here.length - 2 })}</span>
            )}
            {short > 0 && (
              <span className={classes.warning}>{t('boards:options.tooFew', { count: short })}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface ByFlowProps {
  flows: Column['arrivals']
  organisation: string
  /** Whether a column is one day, so that an hour means something. */
  hours: boolean
  /** The list of these arrivals or departures. */
  to: string
}

/** Of whom nobody has told yet when they come or leave. */
const untold = ({ count, hours }: Column['arrivals'][number]): number =>
  count - hours.reduce((sum, one) => sum + one.count, 0)

function ByFlow({ flows, organisation, hours, to }: ByFlowProps) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const sum = flows.reduce((total, { count }) => total + count, 0)
  if (sum === 0) return null
  const name = ({ flow }: Column['arrivals'][number]): string => flow ?? t('boards:noFlow')
  return (
    <>
      <span className={classes.big}>{format.number(sum)}</span>
      {flows.slice(0, 2).map((one) => (
        <span key={one.flowId ?? ''} className={classes.flows} title={`${name(one)}: ${one.count}`}>
          {one.flowId ? <Link to={paths.flow(organisation, one.flowId)}>{name(one)}</Link> : name(one)}
          {flows.length > 1 && ` · ${format.number(one.count)}`}
          {hours && one.hours.length > 0 && untold(one) > 0 && (
            <span className={classes.hours}>{t('boards:withoutHour', { count: untold(one) })}</span>
          )}
          {hours &&
            one.hours.slice(0, 3).map(({ time, count }, at) => (
              <Link key={time} to={to} className={classes.hours}>
                {`${time} · ${format.number(count)}`}
                {at === 2 && one.hours.length > 3 && ' …'}
              </Link>
            ))}
        </span>
      ))}
      {flows.length > 2 && (
        <span className={classes.flows} title={flows.slice(2).map(name).join(', ')}>
          {t('boards:moreFlows', { count: flows.length - 2 })}
        </span>
      )}
    </>
  )
}
