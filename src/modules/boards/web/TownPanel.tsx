import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '#shared/dates.ts'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import type { MapKind } from '../map.rules.ts'
import type { TownName } from './board-answers.ts'
import { KindSign } from './KindSign.tsx'
import boardClasses from './board.module.css'
import boxClasses from './boxes.module.css'
import classes from './map.module.css'

interface TownPanelProps {
  organisation: string
  town: TownName
  kinds: readonly MapKind[]
  monday: Day
  sender: string
  onClose: () => void
}

/** What is in a town, kind by kind, with the ways to it. */
export function TownPanel({ town, kinds, onClose, ...asked }: TownPanelProps) {
  const { t } = useTranslation(['boards', 'web'])
  const format = useFormat()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={400}
      title={[town.town || t('boards:map.noTown'), town.country && format.country(town.country)]
        .filter(Boolean)
        .join(', ')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      {kinds
        .filter((kind) => town[kind] > 0)
        .map((kind) => (
          <Things key={kind} kind={kind} town={town} {...asked} />
        ))}
    </Drawer>
  )
}

function Things({
  organisation,
  town,
  kind,
  monday,
  sender,
}: Omit<TownPanelProps, 'kinds' | 'onClose'> & { kind: MapKind }) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const things = usePages('GET /organisations/:organisation/map/things', {
    params: { organisation },
    query: {
      kind,
      town: town.town,
      country: town.country ?? '',
      from: monday,
      ...(sender ? { sender: [sender] } : {}),
    },
  })
  const address = (id: string): string | null =>
    kind === 'people'
      ? paths.mobility(organisation, id)
      : kind === 'companies'
        ? paths.company(organisation, id)
        : null
  return (
    <section>
      <h3 className={classes.heading}>
        <KindSign kind={kind} />
        {`${t(`boards:kind.${kind}`)} · ${format.number(town[kind])}`}
      </h3>
      {things.loading && <SkeletonRows rows={3} height={28} />}
      <ProblemNote problem={things.problem} retry={things.retry} />
      <ul className={boxClasses.list}>
        {things.rows.map((thing) => {
          const to = address(thing.id)
          return (
            <li key={thing.id}>
              {to ? <Link to={to}>{thing.name}</Link> : <span>{thing.name}</span>}
              <span className={boardClasses.quiet}>
                {kind === 'homes' && thing.about ? t(`boards:home.${thing.about}`) : thing.about}
              </span>
            </li>
          )
        })}
      </ul>
      <MoreRows pages={things} />
    </section>
  )
}
