import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { RoomSelect } from '../RoomSelect.tsx'
import { stayReads, type Stay } from '../stays-answers.ts'
import type { Bed } from './Board.tsx'
import classes from '../stays.module.css'

interface MoveDialogProps {
  organisation: string
  stay: Stay
  /** Where the bar was dropped. */
  to: Bed | null
  onClose: () => void
}

/** Another bed: for the whole stay, or from a day on, which parts it in two. */
export function MoveDialog({ organisation, stay, to, onClose }: MoveDialogProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const client = useQueryClient()
  const today = todayHere()
  const begun = stay.step === 'checked-in' && stay.startsOn < today && today < stay.endsOn
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { roomId: to?.roomId ?? null, from: begun ? today : stay.startsOn } as {
      roomId: string | null
      from: string
    },
    validate: { roomId: (id) => (id ? null : t('stays:field.needed')) },
    send: async ({ roomId, from }) => {
      const moved = await api('POST /organisations/:organisation/stays/:stay/move', {
        params: { organisation, stay: stay.id },
        body: {
          roomId: roomId ?? '',
          bedId: to && to.roomId === roomId ? to.id : null,
          from,
          version: stay.version,
        },
      })
      await refresh(client, stayReads)
      onClose()
      toast(t('stays:move.done', { name: stay.participant }), {
        label: t('stays:undo'),
        run: () => void back(moved).catch(toastProblem),
      })
    },
  })
  /** Back into the bed of before: two halves become one again. */
  const back = async (moved: { id: string; startsOn: string; version: number }): Promise<void> => {
    await api('POST /organisations/:organisation/stays/:stay/move', {
      params: { organisation, stay: moved.id },
      body: { roomId: stay.roomId, bedId: stay.bedId, from: moved.startsOn, version: moved.version },
    })
    await refresh(client, stayReads)
  }
  const { from, roomId } = form.values
  const start = from > stay.startsOn ? from : stay.startsOn
  const choices = useApi(
    'GET /organisations/:organisation/room-choices',
    {
      params: { organisation },
      query: { mobility: stay.mobilityId, from: start, to: stay.endsOn },
    },
    { enabled: start < stay.endsOn },
  )
  const chosen = choices.data?.items.find(({ id }) => id === roomId)
  return (
    <FormDialog
      title={t('stays:move.title', { name: stay.participant })}
      confirm={t('stays:move.confirm')}
      ready={chosen !== undefined && chosen.whyNot.length === 0}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>
        {t('stays:move.now', {
          room: stay.room,
          housing: stay.housing,
          dates: format.dateRange(stay.startsOn, stay.endsOn),
        })}
      </p>
      <TextInput
        type="date"
        label={t('stays:move.from')}
        description={
          from > stay.startsOn
            ? t('stays:move.parts', { day: format.date(from, 'short') })
            : t('stays:move.whole')
        }
        min={stay.startsOn}
        max={stay.endsOn}
        {...form.getInputProps('from')}
      />
      <RoomSelect
        choices={choices.data?.items}
        value={roomId}
        onChange={(id) => form.setFieldValue('roomId', id)}
        error={
          chosen && chosen.whyNot.length > 0
            ? format.list(chosen.whyNot.map((code) => t(`stays:reason.${code}`)))
            : typeof form.errors['roomId'] === 'string'
              ? form.errors['roomId']
              : null
        }
      />
    </FormDialog>
  )
}
