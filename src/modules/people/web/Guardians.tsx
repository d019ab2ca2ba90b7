import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import { GuardianDialog } from './GuardianDialog.tsx'
import type { PersonAnswer } from './PersonPage.tsx'

type Relative = PersonAnswer['guardians'][number]

interface GuardiansProps {
  organisation: string
  person: PersonAnswer
  whyNot: string | null
}

const nameOf = ({ givenName, familyName }: Relative): string => `${givenName} ${familyName}`.trim()

/** Who decides for a minor; kept also when they have come of age. */
export function Guardians({ organisation, person, whyNot }: GuardiansProps) {
  const { t } = useTranslation('people')
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Relative | null>(null)
  const needed = person.minor === true && person.guardians.length === 0
  return (
    <Section
      title={t('people:guardians.title')}
      actions={
        <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setAdding(true)}>
          {t('people:guardians.add')}
        </ReasonButton>
      }
    >
      {needed && <p className={classes.warn}>{t('people:guardians.needed')}</p>}
      {!needed && person.guardians.length === 0 && (
        <p className={classes.quiet}>{t('people:guardians.none')}</p>
      )}
      {person.guardians.length > 0 && (
        <Relatives
          organisation={organisation}
          relatives={person.guardians}
          {...(whyNot === null ? { onEnd: setEnding } : {})}
        />
      )}
      {adding && (
        <GuardianDialog organisation={organisation} person={person} onClose={() => setAdding(false)} />
      )}
      {ending && (
        <EndDialog
          organisation={organisation}
          person={person}
          guardian={ending}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  )
}

/** The minors that a person is guardian of. */
export function Minors({ organisation, person }: Omit<GuardiansProps, 'whyNot'>) {
  const { t } = useTranslation('people')
  return (
    <Section title={t('people:guardians.of')}>
      <Relatives organisation={organisation} relatives={person.minors} />
    </Section>
  )
}

interface RelativesProps {
  organisation: string
  relatives: readonly Relative[]
  onEnd?: (relative: Relative) => void
}

function Relatives({ organisation, relatives, onEnd }: RelativesProps) {
  const { t } = useTranslation('people')
  return (
    <ul className={classes.holders}>
      {relatives.map((relative) => (
        <li key={relative.id}>
          <Link to={paths.person(organisation, relative.id)} className={classes.name}>
            {nameOf(relative)}
          </Link>{' '}
          <span className={classes.quiet}>
            {[
              t(`people:relation.${relative.relation}`, { defaultValue: relative.relation }),
              relative.email,
              relative.phone,
              t(relative.hasAccount ? 'people:account.yes' : 'people:account.no'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>{' '}
          {onEnd && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('people:guardians.end')}: ${nameOf(relative)}`}
              onClick={() => onEnd(relative)}
            >
              {t('people:guardians.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface EndDialogProps {
  organisation: string
  person: PersonAnswer
  guardian: Relative
  onClose: () => void
}

function EndDialog({ organisation, person, guardian, onClose }: EndDialogProps) {
  const { t } = useTranslation('people')
  const end = useApiMutation('DELETE /organisations/:organisation/people/:person/guardians/:guardian', {
    invalidates: [
      'GET /organisations/:organisation/people/:person',
      'GET /organisations/:organisation/people',
    ],
    onDone: onClose,
  })
  const params = { organisation, person: person.id, guardian: guardian.id }
  return (
    <ConfirmDialog
      opened
      title={t('people:guardians.endTitle', { name: nameOf(guardian) })}
      confirm={t('people:guardians.endConfirm')}
      danger
      busy={end.isPending}
      onConfirm={() => end.mutate({ params })}
      onClose={onClose}
    >
      <p>{t('people:guardians.endText', { name: person.givenName })}</p>
      <ProblemNote problem={end.error} />
    </ConfirmDialog>
  )
}
