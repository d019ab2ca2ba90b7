import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import type { Direction } from '../travel-means.rules.ts'
import type { Journey } from './journey-answers.ts'
import { emptyLeg, nextLeg, valuesOf, wayInputOf, type LegValues } from './leg-values.ts'
import { LegFields } from './LegFields.tsx'

interface WayDialogProps {
  journey: Journey
  direction: Direction
  send: (legs: ReturnType<typeof wayInputOf>[]) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** One person's way there or back, leg by leg. */
export default function WayDialog({ journey, direction, send, onClose, onDone }: WayDialogProps) {
  const { t } = useTranslation('journeys')
  const way = journey[direction]
  const day = direction === 'out' ? journey.departure : journey.returnDate
  const { form, submit, sending, problem } = useApiForm<{ legs: LegValues[] }>({
    initialValues: {
      legs: way ? way.legs.map(valuesOf) : [emptyLeg(direction, journey, day)],
    },
    send: ({ legs }) => send(legs.map(wayInputOf)),
    onDone: () => {
      onDone()
      onClose()
    },
  })
  const { legs } = form.values
  return (
    <FormDialog title={t(`journeys:way.${direction}`)} size="xl" {...{ onClose, submit, sending, problem }}>
      {legs.map((leg, at) => (
        <LegFields
          // oxlint-disable-next-line react/no-array-index-key -- a leg is its place in the list until it is saved
          key={`${leg.id}${at}`}
          form={form}
          at={at}
          onRemove={legs.length > 1 || way ? () => form.removeListItem('legs', at) : undefined}
        />
      ))}
      {legs.length === 0 && <p>{t('journeys:way.takeBack')}</p>}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('legs', nextLeg(legs, direction, journey))}
        >
          {t('journeys:leg.add')}
        </Button>
      </div>
    </FormDialog>
  )
}
