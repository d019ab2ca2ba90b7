import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { Section } from '#web/layout/Section.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import type { PersonField } from '../people.rules.ts'
import type { PersonAnswer } from './PersonPage.tsx'
import { fieldGroups, groups } from './person-values.ts'
import { usePersonWords } from './use-person-words.ts'

/** The file by groups of fields; what one may not see is not there, what is not known says so. */
export function PersonData({ person }: { person: PersonAnswer }) {
  const { t } = useTranslation('people')
  return groups
    .map((group) => ({ group, fields: fieldGroups[group].filter((field) => person[field] !== undefined) }))
    .filter(({ group, fields }) => fields.length > 0 && !(person.kind === 'guardian' && group === 'school'))
    .map(({ group, fields }) => (
      <Section key={group} title={t(`people:group.${group}`)}>
        <dl className={classes.facts}>
          {fields.map((field) => (
            <div key={field}>
              <dt>{t(`people:field.${field}`)}</dt>
              <dd>
                <Value field={field} person={person} />
              </dd>
            </div>
          ))}
          {group === 'identity' && typeof person.age === 'number' && (
            <div>
              <dt>{t('people:field.age')}</dt>
              <dd>{t('people:age', { count: person.age })}</dd>
            </div>
          )}
        </dl>
      </Section>
    ))
}

function Value({ field, person }: { field: PersonField; person: PersonAnswer }): ReactNode {
  const { t } = useTranslation('people')
  const words = usePersonWords()(field, person[field])
  if (words === '') return <span className={classes.quiet}>{t('people:notKnown')}</span>
  if (field === 'email') return <MailLink address={words} />
  if (field === 'phone' || field === 'emergencyPhone')
    return <PhoneLink number={words.replaceAll(/[^\d+]/g, '')} />
  return words
}
