import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { BringFile } from './BringFile.tsx'
import { Counter } from './Counter.tsx'
import classes from './exchange.module.css'
import type { ImportItem } from './use-import.ts'

/** Bringing lists in, and those that were brought. */
export default function ImportsPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('exchange')
  const allowed = useMay()('imports.use')
  return (
    <>
      <PageHeader title={t('exchange:title')} description={t('exchange:text')} />
      {allowed ? <Imports organisation={organisation} /> : <p>{t('exchange:coordinatorsOnly')}</p>}
    </>
  )
}

function Imports({ organisation }: { organisation: string }) {
  const { t } = useTranslation('exchange')
  const imports = usePages('GET /organisations/:organisation/imports', { params: { organisation } })
  const empty = !imports.loading && !imports.problem && imports.rows.length === 0
  return (
    <>
      <BringFile organisation={organisation} />
      {imports.loading && <SkeletonRows rows={4} />}
      <ProblemNote problem={imports.problem} retry={imports.retry} />
      {empty && <EmptyState title={t('exchange:list.emptyTitle')} text={t('exchange:list.emptyText')} />}
      {imports.rows.length > 0 && <ImportTable imports={imports.rows} organisation={organisation} />}
      <MoreRows pages={imports} />
    </>
  )
}

function ImportTable({ imports, organisation }: { imports: readonly ImportItem[]; organisation: string }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('exchange:list.caption')}</caption>
        <thead>
          <tr>
            {(['file', 'when', 'by', 'state', 'rows'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`exchange:list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={paths.import(organisation, one.id)} className={classes.name}>
                  {one.fileName || t('exchange:pasted')}
                </Link>
              </td>
              <td>{format.dateTime(one.createdAt)}</td>
              <td>{one.by}</td>
              <td>{t(`exchange:state.${one.state}`)}</td>
              <td>
                <Counter counts={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
