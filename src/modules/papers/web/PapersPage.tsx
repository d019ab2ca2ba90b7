import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { usePages } from '#web/api/use-pages.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { FlowSelect } from '#modules/flows/web/FlowSelect.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { paths } from '#web/paths.ts'
import { paperFilters } from '../papers.contract.ts'
import { PapersBar } from './PapersBar.tsx'
import { PapersTable } from './PapersTable.tsx'
import classes from './papers.module.css'

type Filter = (typeof paperFilters)[number]
const countOf = {
  missing: 'missing',
  'to-check': 'toCheck',
  expiring: 'expiring',
  unknown: 'unknown',
} as const

/** Who has which paper: people are rows, papers columns; what is missing, to be looked at, or runs out before the return. */
export default function PapersPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('papers')
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const flow = search.get('flow')
  const filter = paperFilters.find((one) => one === search.get('filter')) ?? null
  const when: 'ahead' | 'abroad' = search.get('when') === 'abroad' ? 'abroad' : 'ahead'
  const those = flow ? { flow } : { when }
  const query = {
    ...those,
    ...(filter ? { filter } : {}),
    ...(asked ? { q: asked } : {}),
  }
  const people = usePages('GET /organisations/:organisation/papers', { params: { organisation }, query })
  const numbers = useApi('GET /organisations/:organisation/papers', {
    params: { organisation },
    query: { limit: 1, ...those },
  }).data
  const choose = (name: string, value: string | null): void => {
    setChosen(new Set())
    setSearch(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  }
  const empty = !people.loading && !people.problem && people.rows.length === 0
  return (
    <>
      <PageHeader
        title={t('papers:title')}
        description={t('papers:text')}
        actions={
          <Button component={Link} variant="default" to={paths.paperRules(organisation)}>
            {t('papers:toRules')}
          </Button>
        }
      />
      <search className={classes.filters}>
        <FlowSelect
          organisation={organisation}
          label={t('papers:flow')}
          placeholder={t('papers:allFlows')}
          value={flow}
          onChange={(value) => choose('flow', value)}
        />
        {!flow && (
          <NativeSelect
            label={t('papers:when.label')}
            data={(['ahead', 'abroad'] as const).map((value) => ({
              value,
              label: t(`papers:when.${value}`),
            }))}
            value={when}
            onChange={(event) => choose('when', event.currentTarget.value)}
          />
        )}
        <TextInput
          type="search"
          label={t('papers:search')}
          className={classes.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </search>
      <fieldset className={classes.states} aria-label={t('papers:filterBy')}>
        <StateButton
          label={t('papers:filter.all')}
          count={numbers?.people}
          active={filter === null}
          onClick={() => choose('filter', null)}
        />
        {paperFilters.map((one: Filter) => (
          <StateButton
            key={one}
            label={t(`papers:filter.${one}`)}
            count={numbers?.counts[countOf[one]]}
            active={filter === one}
            onClick={() => choose('filter', one)}
          />
        ))}
      </fieldset>
      {people.loading && <SkeletonRows />}
      <ProblemNote problem={people.problem} retry={people.retry} />
      <div role="status" className={classes.quiet}>
        {empty && (filter || asked) && t('papers:nothingFound')}
      </div>
      {empty && !filter && !asked && (
        <EmptyState title={t('papers:emptyTitle')} text={t('papers:emptyText')} />
      )}
      {people.rows.length > 0 && (
        <PapersTable
          organisation={organisation}
          people={people.rows}
          chosen={chosen}
          updating={people.updating}
          onChoose={setChosen}
        />
      )}
      <MoreRows pages={people} />
      {chosen.size > 0 && (
        <PapersBar
          organisation={organisation}
          people={people.rows.filter(({ mobilityId }) => chosen.has(mobilityId))}
          onDone={() => setChosen(new Set())}
        />
      )}
    </>
  )
}

function StateButton({
  label,
  count,
  active,
  onClick,
}: {
  label: string
  count: number | undefined
  active: boolean
  onClick: () => void
}) {
  return (
    <Button size="compact-md" variant={active ? 'filled' : 'default'} aria-pressed={active} onClick={onClick}>
      {label}
      {count !== undefined && ` ${count}`}
    </Button>
  )
}
