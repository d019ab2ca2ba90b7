import { Badge } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { EditPersonDialog } from './EditPersonDialog.tsx'
import { Guardians, Minors } from './Guardians.tsx'
import { PersonData } from './PersonData.tsx'
import { PersonMobilities } from './PersonMobilities.tsx'
import { SamePeople } from './SamePeople.tsx'

export type PersonAnswer = AnswerOf<'GET /organisations/:organisation/people/:person'>

/** One person's file, as far as the organisation may see it. */
export default function PersonPage() {
  const { organisation = '', person: id = '' } = useParams()
  const { t } = useTranslation('people')
  const person = useApi('GET /organisations/:organisation/people/:person', {
    params: { organisation, person: id },
  })
  const trail = [{ label: t('people:title'), to: paths.people(organisation) }]
  if (person.data)
    // Another person's page begins anew: no dialog of the one before stays open.
    return <Person key={id} organisation={organisation} person={person.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('people:one')} trail={trail} />
      {person.isPending && <SkeletonRows />}
      <ProblemNote problem={person.error} retry={() => void person.refetch()} />
    </>
  )
}

interface PersonProps {
  organisation: string
  person: PersonAnswer
  trail: { label: string; to: string }[]
}

function Person({ organisation, person, trail }: PersonProps) {
  const { t } = useTranslation('people')
  const [first, setFirst] = useState<PersonAnswer | null>(null)
  const whyNot = useWhyNotEdit(person)
  const travels = person.kind !== 'guardian' && person.standing !== 'company'
  return (
    <>
      <PageHeader
        title={`${person.givenName} ${person.familyName}`.trim()}
        trail={trail}
        description={<Checked person={person} />}
        status={
          <>
            {person.kind && (
              <Badge variant="light" color="gray">
                {t(`people:kind.${person.kind}`)}
              </Badge>
            )}
            {person.minor && <Badge variant="light">{t('people:minor')}</Badge>}
          </>
        }
        actions={
          <ReasonButton whyNot={whyNot} onClick={() => setFirst(person)}>
            {t('people:edit')}
          </ReasonButton>
        }
      />
      <div className={classes.sections}>
        {whyNot === null && <SamePeople organisation={organisation} asked={person} kept={person} />}
        <PersonData person={person} />
        {travels && <Guardians organisation={organisation} person={person} whyNot={whyNot} />}
        {person.minors.length > 0 && <Minors organisation={organisation} person={person} />}
        <PersonMobilities organisation={organisation} person={person} />
      </div>
      {first && (
        <EditPersonDialog present={person} onClose={() => setFirst(null)} {...{ organisation, first }} />
      )}
    </>
  )
}

/** Whether there is an account, and who last said that the data are right. */
function Checked({ person }: { person: PersonAnswer }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  if (person.standing !== 'keeper' && person.standing !== 'office')
    return <>{t(`people:standing.${person.standing}`)}</>
  const checks = person.checked.map(({ by, at }) => t(`people:checked.${by}`, { date: format.dateTime(at) }))
  return (
    <>
      {[
        t(person.hasAccount ? 'people:account.yes' : 'people:account.no'),
        ...(checks.length > 0 ? checks : [t('people:checked.never')]),
      ].join(' · ')}
    </>
  )
}

/** Why one cannot change this file, in words; null when one can. */
function useWhyNotEdit(person: PersonAnswer): string | null {
  const { t } = useTranslation('people')
  const may = useMay()
  if (person.standing === 'hosting' || person.standing === 'company') return t('people:keeperOnly')
  return may('people.edit') ? null : t('people:coordinatorsOnly')
}
