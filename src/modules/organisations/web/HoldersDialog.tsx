import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { DutyAnswer } from './Duties.tsx'
import { holdersToSend, moved, valuesOf, type HolderToSend, type HolderValues } from './holder-values.ts'
import classes from './organisations.module.css'

interface HoldersDialogProps {
  duty: DutyAnswer
  /** Who can be named by account; none at a partner. */
  members: readonly { id: string; name: string }[]
  send: (holders: HolderToSend[]) => Promise<unknown>
  onClose: () => void
}

/** The holders of a duty in their order: the first, then whoever stands in. */
export function HoldersDialog({ duty, members, send, onClose }: HoldersDialogProps) {
  const { t } = useTranslation('organisations')
  const [said, setSaid] = useState('')
  const { form, submit, sending, problem } = useApiForm({
    initialValues: { holders: duty.holders.map(valuesOf) },
    send: ({ holders }) => send(holdersToSend(holders)),
    onDone: onClose,
  })
  const { holders } = form.values
  const put = (next: HolderValues[]): void => form.setFieldValue('holders', next)
  const free = members.filter(({ id }) => !holders.some((holder) => holder.member === id))
  const name = t(`organisations:duty.${duty.duty}`, { defaultValue: duty.duty })
  const move = (from: number, to: number): void => {
    put(moved(holders, from, to))
    setSaid(t('organisations:duties.moved', { name: holders[from]?.name ?? '', place: to + 1 }))
  }
  return (
    <FormDialog
      title={t('organisations:duties.changeOf', { duty: name })}
      size="lg"
      {...{ onClose, submit, sending, problem }}
    >
      <p className={classes.quiet}>{t('organisations:duties.orderText')}</p>
      {holders.map((holder, place) => (
        <fieldset key={holder.key} className={classes.holder} aria-label={`${place + 1}. ${holder.name}`}>
          {holder.member ? (
            <strong>{`${place + 1}. ${holder.name}`}</strong>
          ) : (
            <OtherHolder
              place={place}
              inputProps={(field) => form.getInputProps(`holders.${place}.${field}`)}
            />
          )}
          <div className={classes.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              disabled={place === 0}
              onClick={() => move(place, place - 1)}
            >
              {t('organisations:duties.up')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={place === holders.length - 1}
              onClick={() => move(place, place + 1)}
            >
              {t('organisations:duties.down')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => put(holders.filter((one) => one.key !== holder.key))}
            >
              {t('organisations:duties.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <span role="status" className={classes.quiet}>
        {said}
      </span>
      {free.length > 0 && (
        <Select
          label={t('organisations:duties.addMember')}
          data={free.map((member) => ({ value: member.id, label: member.name }))}
          value={null}
          searchable
          onChange={(id) => {
            const member = free.find((one) => one.id === id)
            if (member) put([...holders, valuesOf({ member: member.id, name: member.name })])
          }}
        />
      )}
      <Button variant="default" onClick={() => put([...holders, valuesOf({})])}>
        {t(members.length > 0 ? 'organisations:duties.addOther' : 'organisations:duties.add')}
      </Button>
    </FormDialog>
  )
}

interface OtherHolderProps {
  place: number
  inputProps: (field: 'name' | 'email' | 'phone' | 'absentFrom' | 'absentUntil') => object
}

/** Somebody without an account: a name and ways to reach them. */
function OtherHolder({ place, inputProps }: OtherHolderProps) {
  const { t } = useTranslation('organisations')
  return (
    <div className={classes.fields}>
      <TextInput label={`${place + 1}. ${t('organisations:field.name')}`} required {...inputProps('name')} />
      <TextInput type="email" label={t('organisations:field.email')} {...inputProps('email')} />
      <TextInput type="tel" label={t('organisations:field.phone')} {...inputProps('phone')} />
      <TextInput type="date" label={t('organisations:away.first')} {...inputProps('absentFrom')} />
      <TextInput type="date" label={t('organisations:away.last')} {...inputProps('absentUntil')} />
    </div>
  )
}
