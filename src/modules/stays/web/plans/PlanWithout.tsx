import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { RoomPlan } from '../stays-answers.ts'
import { PersonMarks } from './PersonMarks.tsx'
import classes from './plans.module.css'

type Person = RoomPlan['without'][number]

interface PlanWithoutProps {
  organisation: string
  plan: RoomPlan
  onMove: ((person: Person) => void) | null
}

/** Those without a bed, each with what stands in the way. */
export function PlanWithout({ organisation, plan, onMove }: PlanWithoutProps) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  return (
    <Section title={t('stays:plan.without')} aside={format.number(plan.without.length)}>
      {plan.state === 'solved' && plan.without.length === 0 && plan.people > 0 && (
        <p className={tables.quiet}>{t('stays:plan.everybody')}</p>
      )}
      {plan.state === 'solved' && plan.people === 0 && (
        <p className={tables.quiet}>{t('stays:plan.nobodyNeeds')}</p>
      )}
      <ul className={classes.people}>
        {plan.without.map((person) => (
          <li key={person.mobilityId} className={classes.left}>
            <span className={classes.words}>
              <Link to={paths.mobility(organisation, person.mobilityId)}>{person.participant}</Link>
              <PersonMarks person={person} />
            </span>
            <span className={tables.quiet}>{person.flow ?? person.school}</span>
            <ul className={classes.reasons}>
              {person.reasons.map(({ code, rooms }) => (
                <li key={code}>
                  {t(`stays:without.${code}`, { count: rooms, number: format.number(rooms) })}
                </li>
              ))}
            </ul>
            {onMove && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('stays:plan.findFor', { name: person.participant })}
                onClick={() => onMove(person)}
              >
                {t('stays:plan.find')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
