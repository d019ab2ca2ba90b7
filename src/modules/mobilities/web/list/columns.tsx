import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LineStrip } from '#modules/tasks/web/line/LineStrip.tsx'
import type { ItemOf } from '#web/api/use-pages.ts'
import type { Column } from '#web/grid/grid-types.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import { paths } from '#web/paths.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import classes from './list.module.css'

export type Row = ItemOf<'GET /organisations/:organisation/mobilities'>

/** Shown unless one chooses others. */
export const usualColumns: readonly string[] = [
  'name',
  'flow',
  'place',
  'dates',
  'status',
  'line',
  'turn',
  'due',
]

/** The columns of the grid; a host sees the sender where a sender sees the host. */
export function useColumns(organisation: string, hosting: boolean): Column<Row>[] {
  const { t } = useTranslation(['mobilities-list', 'mobilities'])
  const format = useFormat()
  return useMemo(() => {
    const partner: Column<Row> = hosting
      ? {
          id: 'sending',
          title: t('mobilities-list:column.sending'),
          width: 190,
          cell: (row) => row.sending.name,
        }
      : {
          id: 'hosting',
          title: t('mobilities-list:column.hosting'),
          width: 190,
          cell: (row) => row.hosting?.name ?? '',
        }
    return [
      {
        id: 'name',
        title: t('mobilities-list:column.name'),
        width: 180,
        fixed: true,
        sort: { up: 'name', down: '-name' },
        cell: (row) => (
          <Link to={paths.mobility(organisation, row.id)} className={classes.name}>
            {row.participant.name}
          </Link>
        ),
      },
      {
        id: 'number',
        title: t('mobilities-list:column.number'),
        width: 80,
        numeric: true,
        cell: (row) => row.number,
      },
      {
        id: 'flow',
        title: t('mobilities-list:column.flow'),
        width: 160,
        cell: (row) => row.flow?.name ?? '',
      },
      {
        id: 'place',
        title: t('mobilities-list:column.place'),
        width: 145,
        cell: (row) => [row.town, row.country && format.country(row.country)].filter(Boolean).join(', '),
      },
      {
        id: 'dates',
        title: t('mobilities-list:column.dates'),
        width: 205,
        sort: { up: 'departure', down: '-departure' },
        cell: (row) =>
          row.departure && row.return
            ? format.dateRange(row.departure, row.return)
            : row.departure
              ? format.date(row.departure)
              : '',
      },
      {
        id: 'status',
        title: t('mobilities-list:column.status'),
        width: 140,
        cell: (row) => <StatusBadge status={row.status} />,
      },
      {
        id: 'line',
        title: t('mobilities-list:column.line'),
        width: 142,
        cell: (row) => (
          <LineStrip line={row.line} status={row.status} departure={row.departure} returnDate={row.return} />
        ),
      },
      {
        id: 'turn',
        title: t('mobilities-list:column.turn'),
        width: 165,
        cell: (row) => row.turn && <ActorMark role={row.turn} />,
      },
      {
        id: 'due',
        title: t('mobilities-list:column.due'),
        width: 110,
        sort: { up: 'due' },
        cell: (row) => (row.nextDue ? format.date(row.nextDue) : ''),
      },
      {
        id: 'done',
        title: t('mobilities-list:column.done'),
        width: 90,
        numeric: true,
        cell: (row) => `${format.number(row.done)}/${format.number(row.total)}`,
      },
      partner,
      {
        id: 'company',
        title: t('mobilities-list:column.company'),
        width: 190,
        cell: (row) => row.company?.name ?? '',
      },
      {
        id: 'activity',
        title: t('mobilities-list:column.activity'),
        width: 220,
        cell: (row) => t(`mobilities:activityType.${row.activityType}`, { defaultValue: row.activityType }),
      },
    ]
  }, [t, format, organisation, hosting])
}
