import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import senderClasses from '#modules/mobilities/web/senders/senders.module.css'
import type { Board, BoardBar } from './board-answers.ts'
import { useBoardWords } from './board-words.ts'
import classes from './board.module.css'

/** Whoever is here in these days and has no place, or no bed; the next to come first. */
export function Waiting({ board, onOpen }: { board: Board; onOpen: (bar: BoardBar) => void }) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const words = useBoardWords()
  if (board.withoutCount === 0) return null
  const senders = new Map(board.senders.map((one) => [one.id, one]))
  return (
    <details>
      <summary className={classes.summary}>
        {t(`boards:without.${board.rows}`, { count: board.withoutCount })}
      </summary>
      <ul className={classes.chips}>
        {board.without.map((bar) => {
          const sender = senders.get(bar.senderId)
          return (
            <li key={bar.id}>
              <button
                type="button"
                className={`${senderClasses.tone} ${classes.bar}`}
                data-tone={sender?.tone ?? 7}
                title={words.about(bar, sender)}
                onClick={() => onOpen(bar)}
              >
                {sender && <SenderTag sender={sender} />}
                <span className={classes.person}>{bar.person}</span>
                <VisuallyHidden component="span">{sender?.name}</VisuallyHidden>
                <span className={classes.quiet}>{format.dateRange(bar.from, bar.to, 'short')}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {board.withoutCount > board.without.length && (
        <p className={classes.quiet}>
          {t('boards:andMore', { count: board.withoutCount - board.without.length })}
        </p>
      )}
    </details>
  )
}
