import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import tables from '#modules/organisations/web/organisations.module.css'
import { along, type BookedPerson } from './booking-people.ts'
import type { FlowJourneysAnswer } from './journey-answers.ts'
import classes from './journeys.module.css'

interface BookingPeopleProps {
  people: readonly BookedPerson[]
  known: FlowJourneysAnswer['people']
  onChange: (people: BookedPerson[]) => void
}

/** Who travels: each name with the person it means; a name that two bear is asked. */
export function BookingPeople({ people, known, onChange }: BookingPeopleProps) {
  const { t } = useTranslation('journeys')
  const [name, setName] = useState('')
  const ways = new Map(known.map((one) => [one.mobilityId, one.directions]))
  const change = (key: string, values: Partial<BookedPerson>): void =>
    onChange(people.map((one) => (one.key === key ? { ...one, ...values } : one)))
  const options = [
    { value: along, label: t('journeys:people.along') },
    ...known.map(({ mobilityId, participant }) => ({ value: mobilityId, label: participant })),
  ]
  const asking = people.filter(({ asks, who }) => asks && who === '').length
  const all = people.filter(({ who }) => who !== '')
  const chosen = people.filter((one) => one.chosen)
  return (
    <div className={classes.stack}>
      <p className={classes.quiet} role="status">
        {t('journeys:people.chosen', { count: chosen.length })}
        {asking > 0 && ` · ${t('journeys:people.asking', { count: asking })}`}
      </p>
      {people.length > 1 && (
        <Checkbox
          label={t('journeys:people.all')}
          checked={all.length > 0 && all.every((one) => one.chosen)}
          indeterminate={chosen.length > 0 && !all.every((one) => one.chosen)}
          onChange={(event) => {
            const on = event.currentTarget.checked
            onChange(people.map((one) => ({ ...one, chosen: on && one.who !== '' })))
          }}
        />
      )}
      <div className={classes.peopleBox}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('journeys:people.written')}</th>
              <th scope="col">{t('journeys:people.is')}</th>
              <th scope="col">{t('journeys:people.note')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.key}>
                <td>
                  <Checkbox
                    label={one.written}
                    checked={one.chosen}
                    disabled={one.who === ''}
                    onChange={(event) => change(one.key, { chosen: event.currentTarget.checked })}
                  />
                </td>
                <td>
                  {one.asks || one.who === along || one.legs ? (
                    <Select
                      size="xs"
                      aria-label={`${t('journeys:people.is')}: ${one.written}`}
                      placeholder={t('journeys:people.choose')}
                      searchable
                      data={[
                        ...options.filter(({ value }) => one.candidates.includes(value)),
                        ...options.filter(({ value }) => !one.candidates.includes(value)),
                      ]}
                      value={one.who || null}
                      onChange={(who) => change(one.key, { who: who ?? '', chosen: who !== null })}
                    />
                  ) : null}
                </td>
                <td className={classes.quiet}>
                  {one.who === '' && one.asks && t(`journeys:people.${one.asks}`)}
                  {(ways.get(one.who)?.length ?? 0) > 0 && t('journeys:people.hasWay')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.addPerson}>
        <TextInput
          size="xs"
          label={t('journeys:people.addAlong')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={name.trim() === ''}
          onClick={() => {
            const written = name.trim()
            onChange([
              ...people,
              {
                key: `along ${written} ${people.length}`,
                written,
                who: along,
                chosen: true,
                phone: null,
                legs: null,
                asks: null,
                candidates: [],
              },
            ])
            setName('')
          }}
        >
          {t('journeys:people.add')}
        </Button>
      </div>
    </div>
  )
}
