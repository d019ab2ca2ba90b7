import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import classes from './stays.module.css'

/** The sheet for the family: first name, age and what the guest wants them to know. To print, or to send by mail. */
export default function GuestPage() {
  const { organisation = '', stay = '' } = useParams()
  const { t } = useTranslation('stays')
  const format = useFormat()
  const read = useApi('GET /organisations/:organisation/stays/:stay/guest', {
    params: { organisation, stay },
  })
  const { data } = read
  const title = data
    ? data.age === null
      ? data.givenName
      : t('stays:guest.nameAndAge', { name: data.givenName, age: format.number(data.age) })
    : t('stays:guest.one')
  const said = data
    ? ([
        ['about', data.profile.about],
        ['interests', data.profile.interests],
        ['food', data.profile.food],
      ] as const)
    : []
  const facts = data
    ? [
        t('stays:guest.stays', { dates: format.dateRange(data.startsOn, data.endsOn, 'long') }),
        [
          data.country && t('stays:guest.from', { country: format.country(data.country) }),
          data.language && t('stays:guest.speaks', { language: format.language(data.language) }),
          data.school,
        ]
          .filter(Boolean)
          .join(' · '),
      ]
    : []
  const silent = said.every(([, words]) => !words)
  const mail = data && {
    subject: t('stays:guest.mailSubject', { name: data.givenName }),
    body: [
      title,
      ...facts,
      ...said.flatMap(([key, words]) => (words ? [`${t(`stays:profile.${key}`)}: ${words}`] : [])),
    ].join('\n\n'),
  }
  return (
    <>
      <PageHeader
        title={t('stays:guest.title')}
        trail={[{ label: t('stays:title'), to: paths.stays(organisation) }]}
        description={data && t('stays:guest.text', { housing: data.housing })}
        actions={
          data && (
            <div className={`${classes.buttons} ${classes.noPrint}`}>
              {mail && (
                <Button
                  component="a"
                  variant="default"
                  href={`mailto:${data.email ?? ''}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`}
                >
                  {t('stays:guest.mail')}
                </Button>
              )}
              <Button onClick={() => window.print()}>{t('stays:print')}</Button>
            </div>
          )
        }
      />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {data && (
        <article className={classes.sheet}>
          <h2>{title}</h2>
          {facts.map((line) => (
            <p key={line} className={classes.quiet}>
              {line}
            </p>
          ))}
          {silent && <p>{t('stays:guest.silent', { name: data.givenName })}</p>}
          {said.map(
            ([key, words]) =>
              words && (
                <section key={key}>
                  <h3>{t(`stays:profile.${key}`)}</h3>
                  <p className={classes.pre}>{words}</p>
                </section>
              ),
          )}
        </article>
      )}
    </>
  )
}
