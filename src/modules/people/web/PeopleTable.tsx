import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import type { AnswerOf } from '#web/api/api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'

type PersonItem = AnswerOf<'GET /organisations/:organisation/people'>['items'][number]

interface PeopleTableProps {
  people: readonly PersonItem[]
  organisation: string
}

/** People by family name, with how to reach them. */
export function PeopleTable({ people, organisation }: PeopleTableProps) {
  const { t } = useTranslation('people')
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('people:field.name')}</th>
            <th scope="col">{t('people:field.kind')}</th>
            <th scope="col">{t('people:field.birthDate')}</th>
            <th scope="col">{t('people:field.schoolClass')}</th>
            <th scope="col">{t('people:group.contact')}</th>
            <th scope="col">{t('people:account.title')}</th>
            <th scope="col" className={classes.number}>
              {t('people:field.mobilities')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} organisation={organisation} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ person, organisation }: { person: PersonItem; organisation: string }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  return (
    <tr>
      <td>
        <Link to={paths.person(organisation, person.id)} className={classes.name}>
          {[person.familyName, person.givenName].filter(Boolean).join(', ')}
        </Link>{' '}
        {person.minor && <Badge variant="light">{t('people:minor')}</Badge>}
        {person.minor && person.guardians === 0 && <p className={classes.quiet}>{t('people:noGuardian')}</p>}
      </td>
      <td>{t(`people:kind.${person.kind}`)}</td>
      <td>{person.birthDate && format.date(person.birthDate)}</td>
      <td>
        {person.schoolClass}
        {person.studentNumber && <p className={classes.quiet}>{person.studentNumber}</p>}
      </td>
      <td>
        {person.email}
        {person.phone && <p className={classes.quiet}>{person.phone}</p>}
      </td>
      <td>{t(person.hasAccount ? 'people:account.yes' : 'people:account.no')}</td>
      <td className={classes.number}>{person.mobilities > 0 && format.number(person.mobilities)}</td>
    </tr>
  )
}
