import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { readsOfMobility } from '#modules/mobilities/web/use-mobility.ts'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere, When } from '#web/i18n/When.tsx'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { useTaskTitle } from './task-words.ts'
import { ThisWeek } from './ThisWeek.tsx'
import classes from './TodayPage.module.css'

export type Today = AnswerOf<'GET /organisations/:organisation/today'>
type Group = Today['now'][number]

/** The start page of staff: what needs them now, worst first, each with its one button; then the week. */
export default function TodayPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('today')
  const format = useFormat()
  const may = useMay()
  const today = useApi('GET /organisations/:organisation/today', { params: { organisation } })
  const data = today.data
  return (
    <>
      <PageHeader title={t('today:title')} description={format.date(todayHere(), 'long')} />
      <ProblemNote problem={today.error} retry={() => void today.refetch()} />
      {today.isPending && <SkeletonRows rows={6} height={48} />}
      {data && (
        <div className={classes.columns}>
          <div className={classes.column}>
            {data.problems.length > 0 && (
              <OpenProblems problems={data.problems} organisation={organisation} />
            )}
            <Section
              title={t('today:now.title')}
              aside={data.now.length > 0 && t('today:now.late', { count: data.week.late })}
            >
              {data.now.length === 0 ? (
                <EmptyState
                  title={t('today:empty.title')}
                  text={t('today:empty.text')}
                  action={
                    may('imports.use') && (
                      <Button component={Link} to={paths.imports(organisation)}>
                        {t('today:empty.import')}
                      </Button>
                    )
                  }
                />
              ) : (
                <ul className={classes.list}>
                  {data.now.map((group) => (
                    <DueGroup
                      key={`${group.key}-${group.flow?.id ?? ''}-${group.due}`}
                      group={group}
                      organisation={organisation}
                    />
                  ))}
                </ul>
              )}
            </Section>
          </div>
          <ThisWeek week={data.week} organisation={organisation} />
        </div>
      )}
    </>
  )
}

function DueGroup({ group, organisation }: { group: Group; organisation: string }) {
  const { t } = useTranslation(['today', 'tasks'])
  const title = useTaskTitle()
  const late = group.due < todayHere()
  const to =
    group.count === 1
      ? paths.mobility(organisation, group.mobilityId)
      : `${paths.mobilities(organisation)}?turn=sending${group.flow ? `&flow=${group.flow.id}` : ''}`
  const who =
    group.count === 1 ? group.example : t('today:now.many', { count: group.count, example: group.example })
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={to} className={classes.title}>
          {title(group)}
        </Link>
        <span className={classes.who}>
          {[who, group.flow?.name, group.duty && t(`tasks:dutyName.${group.duty}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <span className={classes.due} {...(late ? { 'data-late': true } : {})}>
        {late && `${t('tasks:look.late')} · `}
        <When day={group.due} />
      </span>
      <GroupButton group={group} organisation={organisation} to={to} />
    </li>
  )
}

/** Ticks the whole group, or leads to where the thing is done when a fact ticks it. */
function GroupButton({ group, organisation, to }: { group: Group; organisation: string; to: string }) {
  const { t } = useTranslation('today')
  const title = useTaskTitle()
  const may = useMay()
  const client = useQueryClient()
  const tick = useMutation({
    mutationFn: () =>
      api('POST /organisations/:organisation/tasks/completions', {
        params: { organisation },
        body: { tasks: group.taskIds },
      }),
    onSuccess: ({ items }) => {
      void refresh(client, readsOfMobility)
      toast(
        t('today:now.ticked', {
          task: title(group),
          count: items.filter((item) => item.outcome === 'done').length,
        }),
      )
    },
    onError: (error) => void toastProblem(error),
  })
  if (group.fact !== null || !may('tasks.complete') || group.taskIds.length < group.count)
    return (
      <Button
        component={Link}
        to={to}
        variant="default"
        size="compact-sm"
        aria-label={`${t('today:now.open')}: ${title(group)}, ${group.example}`}
      >
        {t('today:now.open')}
      </Button>
    )
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={tick.isPending}
      onClick={() => tick.mutate()}
      aria-label={`${t('today:now.done', { count: group.count })}: ${title(group)}, ${group.example}`}
    >
      {t('today:now.done', { count: group.count })}
    </Button>
  )
}

function OpenProblems({ problems, organisation }: { problems: Today['problems']; organisation: string }) {
  const { t } = useTranslation(['today', 'record'])
  const format = useFormat()
  return (
    <Section title={t('today:problems.title')}>
      <ul className={classes.list}>
        {problems.map((problem) => (
          <li key={problem.id} className={classes.row}>
            <div className={classes.what}>
              <Link to={paths.mobility(organisation, problem.mobilityId)} className={classes.title}>
                {`${t(`record:problemKind.${problem.kind}`, { defaultValue: problem.kind })}: ${problem.participant}`}
              </Link>
              <span className={classes.who}>
                {[problem.text, problem.by, format.dateTime(problem.at)].filter(Boolean).join(' · ')}
              </span>
            </div>
            <Button
              component={Link}
              to={paths.mobility(organisation, problem.mobilityId)}
              size="compact-sm"
              aria-label={`${t('today:problems.answer')}: ${problem.participant}`}
            >
              {t('today:problems.answer')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
