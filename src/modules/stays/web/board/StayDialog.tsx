import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { refresh } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { DoorDialog } from '../door/DoorDialog.tsx'
import { stayBody } from '../stay-body.ts'
import { stayReads, type Stay } from '../stays-answers.ts'
import classes from '../stays.module.css'
import { datesDiffer } from './BedRow.tsx'
import { DaysDialog } from './DaysDialog.tsx'

interface StayDialogProps {
  organisation: string
  stay: Stay
  onMove: () => void
  onClose: () => void
}

/** One stay: who, where, when, and everything that can be done with it. */
export function StayDialog({ organisation, stay, onMove, onClose }: StayDialogProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const [open, setOpen] = useState<'days' | 'in' | 'out' | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const params = { organisation, stay: stay.id }
  const put = (body: ReturnType<typeof stayBody>) =>
    api('PUT /organisations/:organisation/stays/:stay', { params, body })
  const takeBack = async (): Promise<void> => {
    try {
      const saved = await put(stayBody(stay, { step: 'cancelled' }))
      await refresh(client, stayReads)
      onClose()
      toast(t('stays:takeBack.done', { name: stay.participant }), {
        label: t('stays:undo'),
        run: () =>
          void put(stayBody(saved, { step: 'planned' }))
            .then(() => refresh(client, stayReads))
            .catch(toastProblem),
      })
    } catch (error) {
      setProblem(error)
    }
  }
  if (open === 'days') return <DaysDialog organisation={organisation} stay={stay} onClose={onClose} />
  if (open === 'in' || open === 'out')
    return <DoorDialog organisation={organisation} stay={stay} moment={open} onClose={onClose} />
  const allowed = may('mobilities.edit') ? null : t('stays:coordinatorsOnly')
  const over = stay.step === 'checked-out' ? t('stays:whyNot.over') : null
  const facts = [
    ['school', stay.school],
    ['flow', stay.flow],
    ['room', t('stays:roomOf', { room: stay.room, housing: stay.housing })],
    ['dates', format.dateRange(stay.startsOn, stay.endsOn)],
    ['step', t(`stays:step.${stay.step}`)],
    ['keys', stay.keys],
    ['deposit', stay.deposit === null ? null : format.money(stay.deposit)],
    ['condition', stay.condition],
  ] as const
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={stay.participant}
      closeButtonProps={{ 'aria-label': t('stays:close') }}
    >
      <div className={classes.stack}>
        {datesDiffer(stay) && stay.departure && stay.returnDate && (
          <p className={tables.warn}>
            {t('stays:datesDifferText', { dates: format.dateRange(stay.departure, stay.returnDate) })}
          </p>
        )}
        <dl className={tables.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([key, value]) => (
              <div key={key}>
                <dt>{t(`stays:field.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <ProblemNote problem={problem} />
        <div className={classes.buttons}>
          {stay.step === 'planned' && (
            <ReasonButton whyNot={allowed} onClick={() => setOpen('in')}>
              {t('stays:door.in')}
            </ReasonButton>
          )}
          {stay.step !== 'planned' && (
            <ReasonButton whyNot={allowed} onClick={() => setOpen('out')}>
              {t(stay.step === 'checked-in' ? 'stays:door.out' : 'stays:door.see')}
            </ReasonButton>
          )}
          {stay.step === 'checked-in' && (
            <ReasonButton variant="default" whyNot={allowed} onClick={() => setOpen('in')}>
              {t('stays:door.see')}
            </ReasonButton>
          )}
          <ReasonButton variant="default" whyNot={allowed ?? over} onClick={onMove}>
            {t('stays:move.action')}
          </ReasonButton>
          <ReasonButton variant="default" whyNot={allowed ?? over} onClick={() => setOpen('days')}>
            {t('stays:days.action')}
          </ReasonButton>
          <ReasonButton
            variant="default"
            whyNot={allowed ?? (stay.step === 'planned' ? null : t('stays:whyNot.sleeps-there'))}
            onClick={() => void takeBack()}
          >
            {t('stays:takeBack.action')}
          </ReasonButton>
        </div>
        <div className={classes.buttons}>
          <Button component={Link} variant="subtle" to={paths.mobility(organisation, stay.mobilityId)}>
            {t('stays:toRecord')}
          </Button>
          <Button component={Link} variant="subtle" to={paths.guestSheet(organisation, stay.id)}>
            {t('stays:guest.open')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
