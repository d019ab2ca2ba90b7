import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { TurnMark } from '#modules/tasks/web/TurnMark.tsx'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import { StatusChange } from '../StatusChange.tsx'
import { useMobility, type MobilityRecord } from '../use-mobility.ts'
import classes from './list.module.css'

interface SidePanelProps {
  organisation: string
  mobility: string
  onClose: () => void
  /** What the record shows below its head; the portal decides. */
  sections: (record: MobilityRecord) => ReactNode
}

/** A mobility beside the list: read and act without leaving it. */
export default function SidePanel({ organisation, mobility, onClose, sections }: SidePanelProps) {
  const { t } = useTranslation(['mobilities-list', 'web'])
  const read = useMobility(organisation, mobility)
  const record = read.data
  return (
    <aside
      className={classes.panel}
      aria-label={record?.participant.name ?? t('mobilities-list:panel.label')}
    >
      <ActionIcon
        className={classes.close}
        variant="subtle"
        color="gray"
        aria-label={t('web:action.close')}
        onClick={onClose}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {read.error && <ProblemNote problem={read.error} retry={() => void read.refetch()} />}
      {!record && !read.error && <SkeletonRows rows={6} height={44} />}
      {record && (
        <>
          <h2 className={classes.panelTitle}>{record.participant.name}</h2>
          <div className={classes.panelState}>
            <StatusBadge status={record.status} />
            <TurnMark turn={record.turn} since={record.turnSince} />
          </div>
          <div className={classes.panelActions}>
            <Button component={Link} to={paths.mobility(organisation, record.id)} variant="default">
              {t('mobilities-list:panel.open')}
            </Button>
            <StatusChange record={record} organisation={organisation} />
          </div>
          {sections(record)}
        </>
      )}
    </aside>
  )
}
