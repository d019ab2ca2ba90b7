import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { paths } from '#web/paths.ts'
import { SaveRefused } from './SaveRefused.tsx'
import { useBulkWords } from './bulk-words.ts'
import classes from './bulk.module.css'

/** The rows that were refused, each with why. */
export function BulkResults({ organisation, bulk }: { organisation: string; bulk: string }) {
  const { t } = useTranslation('bulk')
  const why = useBulkWords()
  const results = usePages('GET /organisations/:organisation/mobilities/bulk/:bulk/results', {
    params: { organisation, bulk },
    query: { outcome: 'refused', limit: 100 },
  })
  return (
    <>
      <div className={classes.results} role="region" aria-label={t('bulk:refusedRows')} tabIndex={0}>
        <ProblemNote problem={results.problem} retry={results.retry} />
        <table>
          <caption>{t('bulk:refusedRows')}</caption>
          <tbody>
            {results.rows.map((row) => (
              <tr key={row.mobilityId}>
                <th scope="row">
                  <Link to={paths.mobility(organisation, row.mobilityId)}>{row.participant}</Link>
                </th>
                <td>{row.reason && why(row.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {results.hasMore && (
          <Button variant="subtle" size="compact-sm" loading={results.loadingMore} onClick={results.loadMore}>
            {t('bulk:moreRows')}
          </Button>
        )}
      </div>
      <div>
        <SaveRefused organisation={organisation} bulk={bulk} />
      </div>
    </>
  )
}
