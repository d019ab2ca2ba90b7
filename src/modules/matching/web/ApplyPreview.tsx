import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import classes from './matching.module.css'

interface ApplyPreviewProps {
  preview: AnswerOf<'GET /organisations/:organisation/match-plans/:plan/application'>
}

/** What the button would change: who is new, who moves, who loses a proposal. */
export function ApplyPreview({ preview: { fresh, same, moved, lost } }: ApplyPreviewProps) {
  const { t } = useTranslation('matching')
  if (same === 0 && moved.length === 0 && lost.length === 0) return null
  return (
    <div role="status">
      <p>
        {[
          fresh > 0 && t('matching:apply.fresh', { count: fresh }),
          same > 0 && t('matching:apply.same', { count: same }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {moved.length > 0 && (
        <>
          <p>{t('matching:apply.moved', { count: moved.length })}</p>
          <Changes
            changes={moved.map(({ participant, from, to, asked }) => ({
              words: t('matching:apply.change', { name: participant, from, to }),
              asked,
            }))}
          />
        </>
      )}
      {lost.length > 0 && (
        <>
          <p>{t('matching:apply.lost', { count: lost.length })}</p>
          <Changes
            changes={lost.map(({ participant, from, asked }) => ({
              words: t('matching:apply.loss', { name: participant, from }),
              asked,
            }))}
          />
        </>
      )}
    </div>
  )
}

function Changes({ changes }: { changes: readonly { words: string; asked: boolean }[] }) {
  const { t } = useTranslation('matching')
  return (
    <ul className={classes.changes}>
      {changes.map(({ words, asked }) => (
        <li key={words}>
          {words}
          {asked && <span className={tables.quiet}> ({t('matching:apply.asked')})</span>}
        </li>
      ))}
    </ul>
  )
}
