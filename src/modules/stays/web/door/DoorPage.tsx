import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { isDay } from '#shared/dates.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SearchBox } from '#web/layout/SearchBox.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { StaysTabs } from '../StaysTabs.tsx'
import { stayReads, type Stay } from '../stays-answers.ts'
import { DoorDialog } from './DoorDialog.tsx'
import classes from './door.module.css'

type Step = 'planned' | 'checked-in' | 'checked-out'

/** At the door, on a phone: who should have come, who should go, one tap each, or all of them at once. */
export default function DoorPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('stays')
  const [address, setAddress] = useSearchParams()
  const asked = address.get('day')
  const day = asked && isDay(asked) ? asked : todayHere()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState<{ stay: Stay; moment: 'in' | 'out' } | null>(null)
  const [refused, setRefused] = useState<readonly { participant: string; code: string }[]>([])
  const read = useApi('GET /organisations/:organisation/door', {
    params: { organisation },
    query: { day, ...(q ? { q } : {}) },
  })
  const steps = useApiMutation('POST /organisations/:organisation/stays/steps', { invalidates: stayReads })
  const apply = (ids: readonly string[], step: Step, back?: Step): void =>
    steps.mutate(
      { params: { organisation }, body: { ids: [...ids], step, day } },
      {
        onSuccess: (answer) => {
          setRefused(answer.refused)
          if (!back || answer.done.length === 0) return
          toast(t(`stays:door.many.${step}`, { count: answer.done.length }), {
            label: t('stays:undo'),
            run: () => apply(answer.done, back),
          })
        },
        onError: (error) => void toastProblem(error),
      },
    )
  const { data } = read
  return (
    <>
      <PageHeader title={t('stays:door.title')} description={t('stays:door.text')} />
      <StaysTabs organisation={organisation} />
      <search className={tables.filters}>
        <TextInput
          type="date"
          label={t('stays:door.day')}
          value={day}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (value) setAddress({ day: value }, { replace: true })
          }}
        />
        <SearchBox
          label={t('stays:search')}
          placeholder={t('stays:door.searchExample')}
          asked={q}
          className={tables.search}
          onAsk={(text) => setQ(text.trim())}
        />
      </search>
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      <div role="status">
        {refused.length > 0 && (
          <ul className={classes.list}>
            {refused.map(({ participant, code }) => (
              <li key={participant}>
                {participant}: {t(`stays:refused.${code}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {data && (
        <div className={classes.lists}>
          <List
            title={t('stays:door.coming')}
            empty={t('stays:door.nobodyComes')}
            stays={data.coming}
            action={t('stays:door.in')}
            busy={steps.isPending}
            onAct={(ids) => apply(ids, 'checked-in', 'planned')}
            onOpen={(stay) => setOpen({ stay, moment: 'in' })}
          />
          <List
            title={t('stays:door.going')}
            empty={t('stays:door.nobodyGoes')}
            stays={data.going}
            action={t('stays:door.out')}
            busy={steps.isPending}
            onAct={(ids) => apply(ids, 'checked-out', 'checked-in')}
            onOpen={(stay) => setOpen({ stay, moment: 'out' })}
          />
          {data.here.length > 0 && (
            <Section title={t('stays:door.here')} aside={String(data.here.length)}>
              <ul className={classes.list}>
                {data.here.map((stay) => (
                  <li key={stay.id} className={classes.row}>
                    <Who stay={stay} />
                    <Button
                      variant="subtle"
                      aria-label={t('stays:door.openFor', { name: stay.participant })}
                      onClick={() => setOpen({ stay, moment: stay.step === 'checked-out' ? 'out' : 'in' })}
                    >
                      {t(`stays:step.${stay.step}`)}
                    </Button>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      )}
      {open && <DoorDialog organisation={organisation} {...open} onClose={() => setOpen(null)} />}
    </>
  )
}

interface ListProps {
  title: string
  empty: string
  stays: readonly Stay[]
  action: string
  busy: boolean
  onAct: (ids: string[]) => void
  onOpen: (stay: Stay) => void
}

function List({ title, empty, stays, action, busy, onAct, onOpen }: ListProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const there = stays.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const all = there.length === stays.length && stays.length > 0
  const turn = (ids: readonly string[], on: boolean): void =>
    setChosen((now) => {
      const next = new Set(now)
      for (const id of ids)
        if (on) next.add(id)
        else next.delete(id)
      return next
    })
  const whyNot = may('mobilities.edit')
    ? there.length === 0
      ? t('stays:door.chooseFirst')
      : null
    : t('stays:coordinatorsOnly')
  return (
    <Section title={title} aside={format.number(stays.length)}>
      {stays.length === 0 ? (
        <p className={tables.quiet}>{empty}</p>
      ) : (
        <>
          <div className={classes.bar}>
            <Checkbox
              label={t('stays:door.all')}
              checked={all}
              indeterminate={there.length > 0 && !all}
              onChange={(event) =>
                turn(
                  stays.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
            <ReasonButton whyNot={whyNot} loading={busy} onClick={() => onAct(there)}>
              {there.length > 0
                ? t('stays:door.actMany', { action, number: format.number(there.length) })
                : action}
            </ReasonButton>
          </div>
          <ul className={classes.list}>
            {stays.map((stay) => (
              <li key={stay.id} className={classes.row}>
                <Checkbox
                  aria-label={t('stays:door.choose', { name: stay.participant })}
                  checked={chosen.has(stay.id)}
                  onChange={(event) => turn([stay.id], event.currentTarget.checked)}
                />
                <Who stay={stay} />
                <Button
                  variant="default"
                  aria-label={t('stays:door.openFor', { name: stay.participant })}
                  onClick={() => onOpen(stay)}
                >
                  {t('stays:door.open')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Who({ stay }: { stay: Stay }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  return (
    <div className={classes.who}>
      <strong>{stay.participant}</strong>
      <div className={tables.quiet}>
        {t('stays:roomOf', { room: stay.room, housing: stay.housing })} ·{' '}
        {format.dateRange(stay.startsOn, stay.endsOn, 'short')}
      </div>
    </div>
  )
}
