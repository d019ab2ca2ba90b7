import { Button, Drawer, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StatusBadge } from '#modules/mobilities/web/StatusBadge.tsx'
import { useMobility } from '#modules/mobilities/web/use-mobility.ts'
import factClasses from '#modules/organisations/web/organisations.module.css'
import { TurnMark } from '#modules/tasks/web/TurnMark.tsx'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { SenderTag } from '#modules/mobilities/web/senders/SenderTag.tsx'
import type { Board, BoardBar, BoardRow } from './board-answers.ts'

interface BarPanelProps {
  organisation: string
  board: Board
  bar: BoardBar
  /** Null for somebody who has no place yet. */
  row: BoardRow | null
  onClose: () => void
}

/** Who it is, where and until when, and the ways to where it is changed. */
export function BarPanel({ organisation, board, bar, row, onClose }: BarPanelProps) {
  const { t } = useTranslation(['boards', 'web'])
  const format = useFormat()
  const record = useMobility(organisation, bar.mobilityId)
  const sender = board.senders.find(({ id }) => id === bar.senderId)
  const flow = board.flows.find(({ id }) => id === bar.flowId)
  const facts = [
    ['school', sender?.name],
    ['flow', flow?.name],
    [board.rows === 'homes' ? 'home' : 'company', row?.name],
    [board.rows === 'homes' ? 'bed' : 'position', bar.title],
    ['dates', format.dateRange(bar.from, bar.to)],
    ['step', bar.step && t(`boards:step.${bar.step}`)],
  ] as const
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={380}
      title={bar.person}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Stack>
        {record.isPending && <SkeletonRows rows={1} />}
        <ProblemNote problem={record.error} />
        {record.data && (
          <Group gap="sm">
            <StatusBadge status={record.data.status} />
            <TurnMark turn={record.data.turn} since={record.data.turnSince} />
          </Group>
        )}
        {bar.problem && <p className={factClasses.warn}>{t(`boards:problem.${bar.problem}`)}</p>}
        <dl className={factClasses.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([key, value]) => (
              <div key={key}>
                <dt>{t(`boards:fact.${key}`)}</dt>
                <dd>
                  {key === 'school' && sender && <SenderTag sender={sender} />} {value}
                </dd>
              </div>
            ))}
        </dl>
        <Group gap="xs">
          <Button component={Link} to={paths.mobility(organisation, bar.mobilityId)}>
            {t('boards:openRecord')}
          </Button>
          {row && board.rows === 'companies' && row.known && (
            <Button component={Link} to={paths.company(organisation, row.id)} variant="default">
              {t('boards:openCompany')}
            </Button>
          )}
          {board.rows === 'homes' && (
            <Button
              component={Link}
              to={`${paths.bedBoard(organisation)}?from=${board.columns[0]?.from ?? bar.from}`}
              variant="default"
            >
              {t('boards:openBeds')}
            </Button>
          )}
          {row && board.rows === 'homes' && row.known && (
            <Button component={Link} to={paths.housing(organisation, row.id)} variant="default">
              {t('boards:openHome')}
            </Button>
          )}
          {flow && (
            <Button component={Link} to={paths.flow(organisation, flow.id)} variant="default">
              {t('boards:openFlow')}
            </Button>
          )}
        </Group>
      </Stack>
    </Drawer>
  )
}
