import { IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import classes from './papers.module.css'

/** Certificates that the position demands, seen or missing; a company reads neither the paper nor its number. */
export default function TutorCertificates({
  certificates,
}: {
  certificates: AnswerOf<'GET /tutor/certificates'>['items']
}) {
  const { t } = useTranslation('papers')
  return (
    <>
      <h3 className={classes.tutorTitle}>{t('papers:tutor.title')}</h3>
      <ul className={classes.tutorList}>
        {certificates.map(({ kind, seen }) => (
          <li key={kind}>
            {seen ? <IconCheck size={18} aria-hidden /> : <IconClock size={18} aria-hidden />}
            <span>
              {t(`papers:kind.${kind}`)}:{' '}
              <strong>{t(seen ? 'papers:tutor.seen' : 'papers:tutor.missing')}</strong>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
