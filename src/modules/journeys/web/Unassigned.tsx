import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { byLeg, placeName, type Arrival } from './journey-answers.ts'
import classes from './journeys.module.css'

interface UnassignedProps {
  people: readonly Arrival[]
  selected: ReadonlySet<string>
  onSelect: (journeyIds: readonly string[], on: boolean) => void
  mayEdit: boolean
}

/** Who has no seat yet, by flight or train; chosen one by one or all together, or dragged. */
export function Unassigned({ people, selected, onSelect, mayEdit }: UnassignedProps) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  return (
    <ul className={classes.plain}>
      {byLeg(people).map((group) => {
        const [first] = group
        if (!first) return null
        const ids = group.map(({ journeyId }) => journeyId)
        const chosen = ids.filter((id) => selected.has(id))
        const title = `${format.date(first.day, 'weekday')}, ${first.time} ${first.number ?? placeName(first)}`
        return (
          <li key={`${first.day}${first.time}${first.legId}`} className={classes.waiting}>
            <div className={classes.waitingHead}>
              {mayEdit ? (
                <Checkbox
                  label={title}
                  checked={chosen.length === ids.length}
                  indeterminate={chosen.length > 0 && chosen.length < ids.length}
                  onChange={(event) => onSelect(ids, event.currentTarget.checked)}
                />
              ) : (
                <strong>{title}</strong>
              )}
              <span className={classes.quiet}>{t('journeys:list.people', { count: ids.length })}</span>
            </div>
            <div className={classes.waitingList} role="region" aria-label={title} tabIndex={0}>
              <ul className={classes.passengers}>
                {group.map((person) => (
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a second way; the boxes are the first
                  <li
                    key={person.journeyId}
                    draggable={mayEdit}
                    onDragStart={(event) =>
                      event.dataTransfer.setData(
                        'text/plain',
                        selected.has(person.journeyId) ? [...selected].join(',') : person.journeyId,
                      )
                    }
                  >
                    {mayEdit ? (
                      <Checkbox
                        label={person.participant}
                        description={person.school}
                        checked={selected.has(person.journeyId)}
                        onChange={(event) => onSelect([person.journeyId], event.currentTarget.checked)}
                      />
                    ) : (
                      person.participant
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
