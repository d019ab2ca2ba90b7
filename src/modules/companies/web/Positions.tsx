import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Anchor } from '@mantine/core'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Company, Position } from './company-answers.ts'
import { useFreeWords } from './use-free-words.ts'
import { useFieldName } from './use-terms.ts'
import { PositionDialog } from './PositionDialog.tsx'

/** What a company offers: how many places, when, and for whom. */
export function Positions({ organisation, company }: { organisation: string; company: Company }) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const may = useMay()
  const fieldName = useFieldName()
  const free = useFreeWords()(company.freePlaces)
  const [open, setOpen] = useState<Position | 'new' | null>(null)
  const positions = usePages('GET /organisations/:organisation/positions', {
    params: { organisation },
    query: { company: company.id },
  })
  const whyNot = may('partners.manage') ? null : t('companies:coordinatorsOnly')
  return (
    <Section
      title={t('companies:positions.title')}
      actions={
        <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setOpen('new')}>
          {t('companies:positions.add')}
        </ReasonButton>
      }
    >
      <ProblemNote problem={positions.problem} retry={positions.retry} />
      {!positions.loading && positions.rows.length === 0 && (
        <p className={tables.quiet}>{t('companies:positions.none')}</p>
      )}
      {free.length > 0 && (
        <p>
          {t('companies:field.free')}: {free.join('; ')}
        </p>
      )}
      {positions.rows.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('companies:positions.what')}</th>
                <th scope="col">{t('companies:positions.when')}</th>
                <th scope="col" className={tables.number}>
                  {t('companies:field.places')}
                </th>
                <th scope="col">{t('companies:positions.demands')}</th>
              </tr>
            </thead>
            <tbody>
              {positions.rows.map((position) => (
                <tr key={position.id}>
                  <td>
                    <Anchor component="button" type="button" onClick={() => setOpen(position)}>
                      {position.title}
                    </Anchor>
                    <div className={tables.quiet}>
                      {[
                        position.occupation,
                        position.field && fieldName(position.field),
                        position.site,
                        position.tutor && t('companies:positions.tutor', { name: position.tutor }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </div>
                  </td>
                  <td>
                    {position.startsOn && position.endsOn ? (
                      format.dateRange(position.startsOn, position.endsOn)
                    ) : (
                      <span className={tables.warn}>{t('companies:positions.noDates')}</span>
                    )}
                  </td>
                  <td className={tables.number}>
                    {t('companies:positions.taken', {
                      taken: format.number(position.taken),
                      places: format.number(position.places),
                    })}
                  </td>
                  <td>
                    {[
                      ...position.languages.map(({ code, level }) => `${format.language(code)} ${level}`),
                      ...(position.minimumAge
                        ? [t('companies:positions.age', { age: position.minimumAge })]
                        : []),
                      ...position.papers.map((paper) => t(`companies:paper.${paper}`)),
                    ].join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={positions} />
      <Elsewhere organisation={organisation} company={company.id} positions={positions} />
      {open && (
        <PositionDialog
          organisation={organisation}
          company={company}
          position={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

/** Places that are taken here at no position of the list, so that the numbers add up to what would be lost with the company. */
function Elsewhere({
  organisation,
  company,
  positions,
}: {
  organisation: string
  company: string
  positions: { rows: readonly { taken: number }[]; loading: boolean; hasMore: boolean }
}) {
  const { t } = useTranslation('companies')
  const counts = useApi('GET /organisations/:organisation/placements/counts', {
    params: { organisation },
    query: { company },
  }).data
  if (!counts || positions.loading || positions.hasMore) return null
  const all = counts['to-send'] + counts.company + counts.approval + counts.confirmed
  const count = all - positions.rows.reduce((sum, { taken }) => sum + taken, 0)
  return count > 0 ? <p className={tables.quiet}>{t('companies:positions.elsewhere', { count })}</p> : null
}
