import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconX } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName, type Arrival, type Transfer } from './journey-answers.ts'
import classes from './journeys.module.css'
import { PhoneLink } from '#web/parts/Reach.tsx'

interface TransferCardProps {
  transfer: Transfer
  /** How many are selected and could be put on. */
  selected: number
  mayEdit: boolean
  onPutOn: () => void
  onDrop: (journeyIds: string[]) => void
  onTakeOff: (person: Arrival) => void
  onEdit: () => void
  onRemove: () => void
}

/** One vehicle with its seats, driver and people. */
export function TransferCard(props: TransferCardProps) {
  const { transfer, selected, mayEdit, onDrop } = props
  const { t } = useTranslation('journeys')
  const [over, setOver] = useState(false)
  const free = transfer.seats - transfer.taken
  const allow = (event: DragEvent): void => {
    if (!mayEdit || free < 1) return
    event.preventDefault()
    setOver(true)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a second way; the button "put on" is the first
    <article
      className={classes.vehicle}
      aria-label={transfer.name}
      data-over={over}
      data-full={free < 1}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop(event.dataTransfer.getData('text/plain').split(',').filter(Boolean))
      }}
    >
      <VehicleHead {...props} free={free} />
      <p className={classes.quiet}>
        {t('journeys:pickUp.way', { from: transfer.fromPlace, to: transfer.toPlace })}
        {transfer.meetingPoint && <br />}
        {transfer.meetingPoint && t('journeys:pickUp.meet', { place: transfer.meetingPoint })}
      </p>
      <p>
        {transfer.driver ?? t('journeys:transfer.noDriver')}{' '}
        {transfer.phone && <PhoneLink number={transfer.phone} />}
      </p>
      <ul className={classes.passengers}>
        {transfer.people.map((person) => (
          <li key={person.journeyId}>
            <span>
              {person.participant}
              <span className={classes.quiet}>
                {' '}
                {person.time} {person.number ?? placeName(person)}
                {person.phone && (
                  <>
                    {' · '}
                    <span className={classes.whole}>{person.phone}</span>
                  </>
                )}
              </span>
            </span>
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('journeys:seat.takeOff', { name: person.participant })}
                onClick={() => props.onTakeOff(person)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && selected > 0 && (
        <Button
          size="xs"
          variant="default"
          fullWidth
          disabled={free < 1}
          aria-label={`${t('journeys:seat.putOn', { count: selected })}: ${transfer.name}`}
          onClick={props.onPutOn}
        >
          {free < 1 ? t('journeys:transfer.full') : t('journeys:seat.putOn', { count: selected })}
        </Button>
      )}
    </article>
  )
}

function VehicleHead({ transfer, free, mayEdit, onEdit, onRemove }: TransferCardProps & { free: number }) {
  const { t } = useTranslation('journeys')
  return (
    <div className={classes.vehicleHead}>
      <div>
        <h3 className={classes.groupTitle}>
          {transfer.atTime} {transfer.name}
        </h3>
        <span className={free < 1 ? classes.open : classes.quiet}>
          {t('journeys:transfer.taken', { taken: transfer.taken, seats: transfer.seats })}
          {' · '}
          {free < 1 ? t('journeys:transfer.full') : t('journeys:transfer.free', { count: free })}
        </span>
      </div>
      {mayEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.noPrint}
              aria-label={t('journeys:transfer.more', { name: transfer.name })}
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{t('journeys:transfer.edit')}</Menu.Item>
            <Menu.Item color="red" onClick={onRemove}>
              {t('journeys:transfer.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
