import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import type { OwnGrant } from './grant-answers.ts'
import { usePhraseWords } from './phrase-words.ts'
import classes from './grants.module.css'

/** Each line of a grant with its formula; rule and source behind it, or opened when it is for paper. */
export function GrantLines({ grant, open = false }: { grant: OwnGrant; open?: boolean }) {
  const { t } = useTranslation(['grants', 'projects'])
  const format = useFormat()
  const say = usePhraseWords()
  const amount = (value: number | null) =>
    value === null ? <span className={classes.unknown}>{t('grants:notKnown')}</span> : format.money(value)
  return (
    <>
      <table className={classes.lines}>
        <tbody>
          {grant.lines.map((line, at) => (
            <tr key={`${line.category}-${at}`}>
              <th scope="row">
                {t(`projects:costItem.${line.category}`)}
                <span className={classes.formula}>{say(line.formula)}</span>
                <details className={classes.why} open={open}>
                  <summary>{t('grants:why')}</summary>
                  <p>{say(line.rule)}</p>
                  <p>
                    {t('grants:source')}
                    {': '}
                    {line.source.url ? (
                      <a href={line.source.url}>{line.source.title}</a>
                    ) : (
                      line.source.title
                    )}{' '}
                    <span className={classes.state}>{t(`grants:state.${line.source.state}`)}</span>
                  </p>
                </details>
              </th>
              <td>{amount(line.amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('grants:total')}</th>
            <td>{amount(grant.total)}</td>
          </tr>
          <tr className={classes.share}>
            <th scope="row">{t('grants:toParticipant')}</th>
            <td>{amount(grant.toParticipant)}</td>
          </tr>
        </tfoot>
      </table>
      <GrantWarnings grant={grant} />
    </>
  )
}

/** What is odd or missing, in words. */
export function GrantWarnings({ grant }: { grant: Pick<OwnGrant, 'warnings' | 'problems'> }) {
  const say = usePhraseWords()
  const sentences = [
    ...grant.problems.map((problem) => say(problem, 'problem')),
    ...grant.warnings.map((warning) => say(warning, 'warning')),
  ]
  if (sentences.length === 0) return null
  return (
    <ul className={classes.warnings}>
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
