import { Button, NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTaskTitle } from '#modules/tasks/web/task-words.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { When } from '#web/i18n/When.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import type { Board, Overview } from './board-answers.ts'
import { useBoardWords } from './board-words.ts'
import classes from './board.module.css'
import boxClasses from './boxes.module.css'

interface WeekBoxesProps {
  board: Board
  overview: Overview
  organisation: string
}

/** What to do about this week: companies to visit, duties, and what does not fit. */
export function WeekBoxes({ board, overview, organisation }: WeekBoxesProps) {
  const { t } = useTranslation(['boards', 'tasks'])
  const words = useBoardWords()
  const title = useTaskTitle()
  const format = useFormat()
  // Problems stand in the list as one line.
  const misfits = board.warnings.length + (overview.problems > 0 ? 1 : 0)
  const late = overview.duties.reduce((sum, one) => sum + one.late, 0)
  return (
    <div className={boxClasses.boxes}>
      <Section title={t('boards:warnings')} aside={misfits > 0 && format.number(misfits)}>
        <Few
          empty={t('boards:noWarnings')}
          items={[
            ...(overview.problems > 0
              ? [
                  <Link key="problems" to={paths.organisation(organisation)}>
                    {t('boards:problems', { count: overview.problems })}
                  </Link>,
                ]
              : []),
            ...board.warnings.map((warning) => (
              <span
                key={`${warning.rowId}${warning.code}`}
              >{`${warning.name}: ${words.warning(warning)}`}</span>
            )),
          ]}
        />
      </Section>
      <Visits overview={overview} organisation={organisation} />
      <Section title={t('boards:duties')} aside={late > 0 && t('boards:lateOnes', { count: late })}>
        <Few
          empty={t('boards:noDuties')}
          items={overview.duties.map((duty) => (
            <>
              <Link to={`${paths.mobilities(organisation)}?turn=${duty.owner}`}>{title(duty)}</Link>
              <span className={duty.late > 0 ? boxClasses.late : classes.quiet}>
                {duty.late === duty.count
                  ? t('boards:lateOnes', { count: duty.late })
                  : duty.late > 0
                    ? t('boards:lateOf', { count: duty.count, late: duty.late })
                    : String(duty.count)}
              </span>
            </>
          ))}
        />
      </Section>
    </div>
  )
}

function Visits({ overview, organisation }: Omit<WeekBoxesProps, 'board'>) {
  const { t } = useTranslation('boards')
  const may = useMay()
  const [asking, setAsking] = useState(false)
  return (
    <Section
      title={t('boards:visits')}
      aside={overview.visits.length > 0 && String(overview.visits.length)}
      actions={
        <ReasonButton
          variant="subtle"
          size="compact-sm"
          whyNot={may('partners.manage') ? null : t('boards:coordinatorsOnly')}
          onClick={() => setAsking(true)}
        >
          {t('boards:every', { count: overview.visitDays })}
        </ReasonButton>
      }
    >
      <Few
        empty={t('boards:noVisits')}
        items={overview.visits.map((visit) => (
          <>
            <Link to={paths.company(organisation, visit.companyId)}>{visit.company}</Link>
            <span className={classes.quiet}>
              {t(`boards:visit.${visit.reason}`)}
              {visit.reason === 'interval' && visit.lastVisit && (
                <>
                  {' '}
                  <When day={visit.lastVisit} />
                </>
              )}
            </span>
          </>
        ))}
      />
      {asking && (
        <IntervalDialog
          organisation={organisation}
          days={overview.visitDays}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}

function IntervalDialog({
  organisation,
  days,
  onClose,
}: {
  organisation: string
  days: number
  onClose: () => void
}) {
  const { t } = useTranslation('boards')
  const [wanted, setWanted] = useState<string | number>(days)
  const save = useApiMutation('PUT /organisations/:organisation/visit-interval', {
    invalidates: ['GET /organisations/:organisation/week-overview'],
    onDone: onClose,
  })
  const asked = Number(wanted)
  return (
    <FormDialog
      title={t('boards:interval.title')}
      onClose={onClose}
      sending={save.isPending}
      problem={save.error}
      ready={Number.isInteger(asked) && asked >= 1 && asked <= 730}
      submit={(event) => {
        event?.preventDefault()
        save.mutate({ params: { organisation }, body: { days: asked } })
      }}
    >
      <NumberInput
        label={t('boards:interval.days')}
        description={t('boards:interval.why')}
        data-autofocus
        min={1}
        max={730}
        value={wanted}
        onChange={setWanted}
      />
    </FormDialog>
  )
}

const fewest = 3

/** The first few of a list, all of them when asked. */
function Few({ items, empty }: { items: readonly ReactNode[]; empty: string }) {
  const { t } = useTranslation('boards')
  const format = useFormat()
  const [all, setAll] = useState(false)
  if (items.length === 0) return <p className={classes.quiet}>{empty}</p>
  const shown = all ? items : items.slice(0, fewest)
  return (
    <>
      <ul className={boxClasses.list}>
        {shown.map((item, at) => (
          // What stands in a place of this list is what the server put there.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{item}</li>
        ))}
      </ul>
      {items.length > fewest && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={boxClasses.all ?? ''}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? t('boards:fewer')
            : t('boards:allOf', { count: items.length, number: format.number(items.length) })}
        </Button>
      )}
    </>
  )
}
