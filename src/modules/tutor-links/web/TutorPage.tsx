import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { spokenLanguage } from '#shared/languages.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { speak } from '#web/i18n/i18n.ts'
import { PhoneLayout } from '#web/layout/PhoneLayout.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import { BecomeAccount } from './BecomeAccount.tsx'
import { Contacts } from './Contacts.tsx'
import { Trainees } from './Trainees.tsx'
import classes from './TutorPage.module.css'

const TutorPlacements = lazy(() => import('#modules/placements/web/TutorPlacements.tsx'))
const OwnAsks = lazy(() => import('#modules/availability/web/OwnAsks.tsx'))

/** What a company's tutor sees behind the personal link: the trainees, what to do, whom to call, and Problem. */
export default function TutorPage() {
  const { secret = '' } = useParams()
  const { t } = useTranslation('tutor-links')
  const format = useFormat()
  const home = useApi('GET /tutor', {}, { tutorLink: secret })
  const language = home.data?.tutor.language
  useTitle(t('tutor-links:page.title'))
  useEffect(() => {
    if (language) void speak(spokenLanguage(language))
  }, [language])
  const ended = home.error !== null && [401, 403, 404].includes(home.error.details.status)
  const data = home.data
  return (
    <PhoneLayout>
      {home.isPending && <SkeletonRows rows={3} height={120} />}
      {ended && (
        <section>
          <h1 className={classes.heading}>{t('tutor-links:page.ended')}</h1>
          <p>{t('tutor-links:page.endedText')}</p>
        </section>
      )}
      {home.error && !ended && <ProblemNote problem={home.error} retry={() => void home.refetch()} />}
      {data && (
        <>
          <h1 className={classes.heading}>{t('tutor-links:page.title')}</h1>
          <p className={classes.quiet}>
            {[t('tutor-links:page.hello', { name: data.tutor.name }), data.company.name, data.company.town]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Suspense fallback={null}>
            <OwnAsks secret={secret} />
          </Suspense>
          {data.offered > 0 && (
            <Suspense>
              <TutorPlacements secret={secret} />
            </Suspense>
          )}
          {data.trainees.length === 0 && data.offered === 0 && (
            <section className={classes.card}>
              <h2 className={classes.name}>{t('tutor-links:page.none', { company: data.company.name })}</h2>
              <p>{t('tutor-links:page.noneText')}</p>
            </section>
          )}
          <Trainees trainees={data.trainees} secret={secret} />
          <Contacts trainees={data.trainees} />
          {!data.hasAccount && data.byInvitation && (
            <p className={classes.quiet}>
              {t('tutor-links:page.accountInvited', { company: data.company.name })}
            </p>
          )}
          {!data.hasAccount && !data.byInvitation && (
            <BecomeAccount secret={secret} name={data.tutor.name} email={data.tutor.email} />
          )}
          <p className={classes.quiet}>{t('tutor-links:page.until', { day: format.dateTime(data.until) })}</p>
        </>
      )}
    </PhoneLayout>
  )
}
