import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '#web/api/api.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { PhotoInput } from '../PhotoInput.tsx'
import { stayBody } from '../stay-body.ts'
import { stayReads, type Stay } from '../stays-answers.ts'
import classes from '../stays.module.css'

interface DoorDialogProps {
  organisation: string
  stay: Stay
  moment: 'in' | 'out'
  onClose: () => void
}

const amount = (value: number | string): number | null => (value === '' ? null : Number(value))

/** At the door: the real day, keys, deposit, in what state things are, photos. */
export function DoorDialog({ organisation, stay, moment, onClose }: DoorDialogProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const client = useQueryClient()
  const params = { organisation, stay: stay.id }
  const coming = moment === 'in'
  const put = (body: ReturnType<typeof stayBody>) =>
    api('PUT /organisations/:organisation/stays/:stay', { params, body })
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      day: (coming ? stay.arrivedOn : stay.leftOn) ?? (coming ? laterOf(stay.startsOn) : todayHere()),
      keys: stay.keys ?? '',
      keysBack: stay.keysBack || (!coming && stay.step === 'checked-in'),
      deposit: (stay.deposit ?? '') as number | string,
      depositBack: (stay.depositBack ?? (coming ? '' : (stay.deposit ?? ''))) as number | string,
      condition: stay.condition ?? '',
      conditionAfter: stay.conditionAfter ?? '',
    },
    send: async ({ day, keys, keysBack, deposit, depositBack, condition, conditionAfter }) => {
      const change = coming
        ? {
            arrivedOn: day,
            keys,
            deposit: amount(deposit),
            condition,
            step: stay.step === 'planned' ? ('checked-in' as const) : stay.step,
          }
        : {
            leftOn: day,
            keysBack,
            depositBack: amount(depositBack),
            conditionAfter,
            step: 'checked-out' as const,
          }
      const saved = await put(stayBody(stay, change))
      await refresh(client, stayReads)
      onClose()
      const undo = {
        label: t('stays:undo'),
        run: () =>
          void put({ ...stayBody(stay), version: saved.version })
            .then(() => refresh(client, stayReads))
            .catch(toastProblem),
      }
      if (saved.step === stay.step) toast(t('stays:door.saved'))
      else toast(t(`stays:door.${moment}Done`, { name: stay.participant }), undo)
    },
  })
  const early = !coming && form.values.day < stay.endsOn && form.values.day > stay.startsOn
  return (
    <FormDialog
      title={t(`stays:door.${moment}Title`, { name: stay.participant })}
      confirm={t(
        stay.step === 'planned'
          ? 'stays:door.in'
          : !coming && stay.step === 'checked-in'
            ? 'stays:door.out'
            : 'stays:door.save',
      )}
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>
        {t('stays:roomOf', { room: stay.room, housing: stay.housing })}
        {' · '}
        {format.dateRange(stay.startsOn, stay.endsOn)}
      </p>
      <TextInput
        type="date"
        label={t(coming ? 'stays:field.arrivedOn' : 'stays:field.leftOn')}
        description={early ? t('stays:door.early', { day: format.date(form.values.day) }) : undefined}
        data-autofocus
        {...form.getInputProps('day')}
      />
      {coming ? (
        <>
          <TextInput label={t('stays:field.keys')} {...form.getInputProps('keys')} />
          <NumberInput
            label={t('stays:field.deposit')}
            min={0}
            decimalScale={2}
            suffix=" €"
            {...form.getInputProps('deposit')}
          />
          <Textarea
            label={t('stays:field.condition')}
            description={t('stays:hint.condition')}
            autosize
            minRows={2}
            {...form.getInputProps('condition')}
          />
        </>
      ) : (
        <>
          <Checkbox
            label={t('stays:field.keysBack')}
            description={stay.keys}
            {...form.getInputProps('keysBack', { type: 'checkbox' })}
          />
          <NumberInput
            label={t('stays:field.depositBack')}
            description={
              stay.deposit === null ? null : t('stays:door.taken', { sum: format.money(stay.deposit) })
            }
            min={0}
            decimalScale={2}
            suffix=" €"
            {...form.getInputProps('depositBack')}
          />
          <Textarea
            label={t('stays:field.conditionAfter')}
            description={stay.condition && t('stays:door.before', { words: stay.condition })}
            autosize
            minRows={2}
            {...form.getInputProps('conditionAfter')}
          />
        </>
      )}
      <Photos organisation={organisation} stay={stay} moment={moment} />
    </FormDialog>
  )
}

const laterOf = (day: string): string => (day > todayHere() ? day : todayHere())

/** Photos of the door, kept as soon as they are made; those of the arrival are there when somebody leaves. */
function Photos({ organisation, stay, moment }: { organisation: string; stay: Stay; moment: 'in' | 'out' }) {
  const { t } = useTranslation('stays')
  const client = useQueryClient()
  const params = { organisation, stay: stay.id }
  const { data } = useApi('GET /organisations/:organisation/stays/:stay', { params })
  const photos = data?.photos ?? []
  return (
    <div>
      {photos.length > 0 && (
        <ul className={classes.photos}>
          {photos.map((photo, at) => (
            <li key={photo.id} className={classes.photo}>
              <img
                src={apiPath('GET /organisations/:organisation/stays/:stay/photos/:photo', {
                  params: { ...params, photo: photo.id },
                })}
                alt={t('stays:photo.door', {
                  number: at + 1,
                  moment: t(`stays:photo.moment.${photo.moment}`),
                })}
              />
              <span className={classes.quiet}>{t(`stays:photo.moment.${photo.moment}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <PhotoInput
        label={t('stays:photo.add')}
        fields={{ moment }}
        send={(body) =>
          api('POST /organisations/:organisation/stays/:stay/photos', { params, body } as never)
        }
        onKept={() => void refresh(client, ['GET /organisations/:organisation/stays/:stay'])}
      />
    </div>
  )
}
