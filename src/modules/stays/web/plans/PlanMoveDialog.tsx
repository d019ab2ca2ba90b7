import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { RoomSelect } from '../RoomSelect.tsx'
import type { RoomPlan } from '../stays-answers.ts'
import classes from '../stays.module.css'

export interface PlanPerson {
  mobilityId: string
  participant: string
  roomId: string | null
}

interface PlanMoveDialogProps {
  organisation: string
  plan: RoomPlan
  person: PlanPerson
  busy: boolean
  problem: unknown
  /** Null: without a bed. */
  onMove: (roomId: string | null) => void
  onClose: () => void
}

/** Another room within the plan, with the reasons against the others before anything is done. All others stay where they are. */
export function PlanMoveDialog(props: PlanMoveDialogProps) {
  const { organisation, plan, person, busy, problem, onMove, onClose } = props
  const { t } = useTranslation('stays')
  const [roomId, setRoomId] = useState<string | null>(null)
  const choices = useApi('GET /organisations/:organisation/room-plans/:roomPlan/rooms', {
    params: { organisation, roomPlan: plan.id },
    query: { mobility: person.mobilityId },
  })
  const others = choices.data?.items.filter(({ id }) => id !== person.roomId)
  return (
    <FormDialog
      title={t('stays:move.title', { name: person.participant })}
      confirm={t('stays:move.confirm')}
      ready={roomId !== null}
      sending={busy}
      problem={problem}
      onClose={onClose}
      submit={(event) => {
        event?.preventDefault()
        if (roomId) onMove(roomId)
      }}
    >
      <p className={classes.quiet}>{t('stays:plan.moveText')}</p>
      <RoomSelect choices={others} value={roomId} onChange={setRoomId} />
      <ProblemNote problem={choices.error} retry={() => void choices.refetch()} />
      {person.roomId && (
        <div>
          <Button variant="subtle" size="xs" loading={busy} onClick={() => onMove(null)}>
            {t('stays:plan.takeOut')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
