import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { PhoneLink } from '#web/parts/Reach.tsx'
import type { RecordPapers } from './paper-answers.ts'
import { PaperRow } from './PaperRow.tsx'
import { StandingMark } from './StandingMark.tsx'
import classes from './papers.module.css'

interface PapersSectionProps {
  organisation: string
  mobility: string
}

/** The papers of a record, as much of them as the asking party needs. */
export function PapersSection({ organisation, mobility }: PapersSectionProps) {
  const may = useMay()
  return may('papers.read') ? <Papers organisation={organisation} mobility={mobility} /> : null
}

function Papers({ organisation, mobility }: PapersSectionProps) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/mobilities/:mobility/papers', {
    params: { organisation, mobility },
  })
  const { data } = read
  if (data?.view === 'company' && data.certificates.length === 0) return null
  return (
    <Section
      title={t('papers:title')}
      aside={data?.askedOn && t('papers:askedOn', { day: format.date(data.askedOn) })}
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={4} height={44} />}
      {data?.view === 'sender' && <PaperList {...{ organisation, mobility }} record={data} />}
      {data && data.view !== 'sender' && <Slice record={data} />}
    </Section>
  )
}

/** All papers of a participant, for the sender. */
export function PaperList({ organisation, mobility, record }: PapersSectionProps & { record: RecordPapers }) {
  return (
    <ul className={classes.papers}>
      {record.papers.map((shown) => (
        <PaperRow key={shown.kind} {...{ organisation, mobility, record, shown }} />
      ))}
    </ul>
  )
}

/** What a host or company sees: whether all is in order, whom the insurance answers to, and what the position demands. */
function Slice({ record: { inOrder, insurance, certificates } }: { record: RecordPapers }) {
  const { t } = useTranslation('papers')
  return (
    <>
      {inOrder !== null && (
        <p className={classes.text}>{t(inOrder ? 'papers:inOrder' : 'papers:notInOrder')}</p>
      )}
      {insurance && (
        <p className={classes.text}>
          {t('papers:emergencyOf', { insurer: insurance.insurer })}{' '}
          <PhoneLink number={insurance.emergencyPhone} />
        </p>
      )}
      {certificates.length > 0 && (
        <ul className={classes.papers}>
          {certificates.map(({ kind, standing, shortBy }) => (
            <li key={kind} className={classes.paper}>
              <div className={classes.head}>
                <h3 className={classes.title}>{t(`papers:kind.${kind}`)}</h3>
                <StandingMark standing={standing} shortBy={shortBy} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
