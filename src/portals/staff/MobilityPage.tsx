import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { GrantSection } from '#modules/grants/web/GrantSection.tsx'
import { PapersSection } from '#modules/papers/web/PapersSection.tsx'
import { PaymentsSection } from '#modules/payments/web/PaymentsSection.tsx'
import { JourneySection } from '#modules/journeys/web/JourneySection.tsx'
import { Details } from '#modules/mobilities/web/Details.tsx'
import { RecordPlacements } from '#modules/placements/web/RecordPlacements.tsx'
import { Problems } from '#modules/mobilities/web/Problems.tsx'
import { StatusBadge } from '#modules/mobilities/web/StatusBadge.tsx'
import { StatusChange } from '#modules/mobilities/web/StatusChange.tsx'
import { Timeline } from '#modules/mobilities/web/Timeline.tsx'
import { useMobility, type MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { WhoIsWho } from '#modules/mobilities/web/WhoIsWho.tsx'
import { StaySection } from '#modules/stays/web/StaySection.tsx'
import { TaskList } from '#modules/tasks/web/TaskList.tsx'
import { TurnMark } from '#modules/tasks/web/TurnMark.tsx'
import { Blockers } from './Blockers.tsx'
import { PackSection } from '#modules/departure-packs/web/PackSection.tsx'
import { RecordLine } from './RecordLine.tsx'
import { RecordSummary } from './RecordSummary.tsx'
import classes from './MobilityPage.module.css'

/** The whole record of one mobility: where it stands, whose turn it is, what is in the way, and everything else by meaning. */
export default function MobilityPage() {
  const { organisation = '', mobility = '' } = useParams()
  const { t } = useTranslation(['web', 'mobilities'])
  const read = useMobility(organisation, mobility)
  if (read.error) return <ProblemNote problem={read.error} retry={() => void read.refetch()} />
  if (!read.data) return <SkeletonRows rows={8} height={48} />
  const record = read.data
  return (
    <>
      <PageHeader
        title={record.participant.name}
        trail={[{ label: t('web:nav.mobilities'), to: paths.mobilities(organisation) }]}
        status={
          <>
            <StatusBadge status={record.status} />
            <TurnMark turn={record.turn} since={record.turnSince} />
          </>
        }
        actions={<StatusChange record={record} organisation={organisation} />}
        description={<RecordSummary record={record} />}
      />
      <RecordLine record={record} organisation={organisation} />
      <RecordSections record={record} organisation={organisation} />
    </>
  )
}

/** The sections of a record by meaning: what to do and how the stay is arranged on the left; who, papers and money on the right. */
export function RecordSections({
  record,
  organisation,
  narrow,
}: {
  record: MobilityRecord
  organisation: string
  narrow?: boolean
}) {
  const arranged = (
    <>
      <RecordPlacements record={record} organisation={organisation} />
      <StaySection record={record} organisation={organisation} />
      <JourneySection record={record} organisation={organisation} />
    </>
  )
  return (
    <div className={classes.columns} data-narrow={narrow}>
      <div className={classes.column}>
        <Problems record={record} organisation={organisation} />
        <Blockers record={record} organisation={organisation} />
        <TaskList
          organisation={organisation}
          mobility={record.id}
          recordable={record.recordable}
          mayAdd={record.may.addTask}
          roles={record.roles}
        />
        {!narrow && arranged}
      </div>
      <div className={classes.column}>
        <WhoIsWho record={record} organisation={organisation} />
        <Details record={record} organisation={organisation} />
        {narrow && arranged}
        <PapersSection organisation={organisation} mobility={record.id} />
        <PackSection record={record} organisation={organisation} />
        <GrantSection record={record} organisation={organisation} />
        <PaymentsSection record={record} organisation={organisation} />
        <Timeline organisation={organisation} mobility={record.id} />
      </div>
    </div>
  )
}
