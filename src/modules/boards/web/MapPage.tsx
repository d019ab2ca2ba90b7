import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { addDays, isDay } from '#shared/dates.ts'
import { api, type ApiProblem } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useAddress } from '#web/layout/use-address.ts'
import { paths } from '#web/paths.ts'
import { mondayOf } from '../days.rules.ts'
import { mapKinds, townKey } from '../map.rules.ts'
import type { MapAnswer, TownName } from './board-answers.ts'
import { KindSign } from './KindSign.tsx'
import { TownList } from './TownList.tsx'
import { TownPanel } from './TownPanel.tsx'
import boardClasses from './board.module.css'
import classes from './map.module.css'

// The borders of the world are some 200 kB: nobody waits for them to read the list.
const WorldMap = lazy(() => import('./WorldMap.tsx'))

/** Companies, homes and the people of a week on an offline map, and the same as a list. */
export default function MapPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('boards')
  const format = useFormat()
  const [get, set] = useAddress()
  const [open, setOpen] = useState<TownName | null>(null)
  const monday = mondayOf(isDay(get('from')) ? get('from') : todayHere())
  const sender = get('sender')
  const hidden = new Set(get('without').split(' '))
  const kinds = mapKinds.filter((kind) => !hidden.has(kind))
  const map = useQuery<MapAnswer, ApiProblem>({
    queryKey: ['GET /organisations/:organisation/map', organisation, monday, sender],
    queryFn: ({ signal }) =>
      api(
        'GET /organisations/:organisation/map',
        { params: { organisation }, query: { from: monday, ...(sender ? { sender: [sender] } : {}) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  const data = map.data
  const sum = (one: TownName): number => kinds.reduce((total, kind) => total + one[kind], 0)
  const towns = (data?.towns ?? []).filter((town) => sum(town) > 0).toSorted((a, b) => sum(b) - sum(a))
  const unknown = (data?.unknown ?? []).filter((town) => sum(town) > 0)
  return (
    <>
      <PageHeader title={t('boards:map.title')} description={t('boards:map.text')} />
      <search className={boardClasses.tools}>
        <TextInput
          type="date"
          label={t('boards:weekOf')}
          value={monday}
          onChange={({ currentTarget: { value } }) => isDay(value) && set({ from: value })}
        />
        <NativeSelect
          className={boardClasses.grow}
          label={t('boards:sender')}
          value={sender}
          data={[
            { value: '', label: t('boards:all') },
            ...(data?.senders ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ sender: event.currentTarget.value })}
        />
        <fieldset className={classes.kinds}>
          <legend>{t('boards:map.show')}</legend>
          {mapKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={
                <span className={classes.kind}>
                  <KindSign kind={kind} />
                  {t(`boards:kind.${kind}`)}
                </span>
              }
              checked={!hidden.has(kind)}
              onChange={({ currentTarget: { checked } }) => {
                const next = new Set(hidden)
                if (checked) next.delete(kind)
                else next.add(kind)
                set({ without: [...next].filter(Boolean).join(' ') })
              }}
            />
          ))}
        </fieldset>
      </search>
      <ProblemNote problem={map.error} retry={() => void map.refetch()} />
      {map.isPending && <SkeletonRows rows={10} />}
      <div role="status" className={boardClasses.status}>
        {data &&
          t('boards:map.shown', {
            count: towns.length + unknown.length,
            week: format.dateRange(monday, addDays(monday, 6)),
          })}
      </div>
      {data && towns.length + unknown.length === 0 && (
        <EmptyState
          title={t('boards:map.emptyTitle')}
          text={t('boards:map.emptyText')}
          action={
            <Button component={Link} to={paths.companies(organisation)} variant="default">
              {t('boards:toCompanies')}
            </Button>
          }
        />
      )}
      {data && towns.length + unknown.length > 0 && (
        <div className={classes.columns}>
          <Suspense
            fallback={<div className={classes.map} role="status" aria-label={t('boards:map.loading')} />}
          >
            <WorldMap
              towns={towns}
              kinds={kinds}
              chosen={open ? townKey(open.country, open.town) : null}
              onOpen={setOpen}
            />
          </Suspense>
          <TownList towns={towns} unknown={unknown} kinds={kinds} onOpen={setOpen} />
        </div>
      )}
      {open && (
        <TownPanel
          key={townKey(open.country, open.town)}
          organisation={organisation}
          town={open}
          kinds={kinds}
          monday={monday}
          sender={sender}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
