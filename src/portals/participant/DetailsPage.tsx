import { useTranslation } from 'react-i18next'
import { OwnDataForm } from '#modules/people/web/OwnDataForm.tsx'
import { useTitle } from '#web/layout/use-title.ts'
import classes from './participant.module.css'

/** The own details, to be checked and completed; a guardian sees those of the child as well. */
export default function DetailsPage() {
  const { t } = useTranslation('participant')
  useTitle(t('participant:nav.details'))
  return (
    <>
      <h1 className={classes.heading}>{t('participant:nav.details')}</h1>
      <OwnDataForm />
    </>
  )
}
