import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { isDay } from '#shared/dates.ts'
import type { AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import { MergeDialog } from './MergeDialog.tsx'
import type { PersonAnswer } from './PersonPage.tsx'

type Match = AnswerOf<'GET /organisations/:organisation/people/duplicates'>['items'][number]

interface Asked {
  givenName: string
  familyName: string
  email?: string | null | undefined
  studentNumber?: string | null | undefined
  birthDate?: string | null | undefined
}

interface SamePeopleProps {
  organisation: string
  asked: Asked
  /** The file that is being looked at, into which another one can be merged. */
  kept?: PersonAnswer
}

const asText = (asked: Asked): string =>
  JSON.stringify(asked, ['givenName', 'familyName', 'email', 'studentNumber', 'birthDate'])

/** Files that may be the same person's, with why. */
export function SamePeople({ organisation, asked, kept }: SamePeopleProps) {
  const { t } = useTranslation('people')
  // As a text: an object would be another one at every keystroke elsewhere in the form.
  const [words] = useDebouncedValue(asText(asked), 300)
  const [merging, setMerging] = useState<Match | null>(null)
  const query = queryOf(JSON.parse(words) as Asked)
  const enabled =
    query.givenName.length + query.familyName.length > 3 || 'email' in query || 'studentNumber' in query
  const found = useApi(
    'GET /organisations/:organisation/people/duplicates',
    { params: { organisation }, query: { ...query, ...(kept ? { except: kept.id } : {}) } },
    { enabled },
  )
  const items = enabled ? (found.data?.items ?? []) : []
  return (
    <div role="status">
      {items.length > 0 && (
        <div className={classes.warn}>
          <strong>{t(kept ? 'people:same.alike' : 'people:same.maybe')}</strong>
          <ul className={classes.holders}>
            {items.map((item) => (
              <li key={item.id}>
                <Link to={paths.person(organisation, item.id)}>{nameOf(item)}</Link> <Why match={item} />{' '}
                {kept && (
                  <Button size="compact-sm" variant="default" onClick={() => setMerging(item)}>
                    {t('people:merge.action')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {kept && merging && (
        <MergeDialog
          organisation={organisation}
          kept={kept}
          other={merging}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  )
}

function Why({ match }: { match: Match }) {
  const { t } = useTranslation('people')
  const format = useFormat()
  return (
    <span className={classes.quiet}>
      {[
        match.birthDate && t('people:born', { date: format.date(match.birthDate) }),
        match.studentNumber,
        match.email,
        t(`people:same.${match.by}`),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} ${familyName}`.trim()

function queryOf({ givenName, familyName, email, studentNumber, birthDate }: Asked) {
  return {
    givenName: givenName.trim().slice(0, 200),
    familyName: familyName.trim().slice(0, 200),
    ...(email?.trim() ? { email: email.trim().slice(0, 254) } : {}),
    ...(studentNumber?.trim() ? { studentNumber: studentNumber.trim().slice(0, 100) } : {}),
    ...(birthDate && isDay(birthDate) ? { birthDate } : {}),
  }
}
