import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { paths } from '#web/paths.ts'
import { Policies } from './Policies.tsx'
import { PaperSettings } from './PaperSettings.tsx'
import { VisaRules } from './VisaRules.tsx'
import classes from './papers.module.css'

/** What holds for many at once: insurances of groups, who needs a visa where, and what the organisation asks for. */
export default function PaperRulesPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation('papers')
  return (
    <>
      <PageHeader
        title={t('papers:rules.title')}
        trail={[{ label: t('papers:title'), to: paths.papers(organisation) }]}
        description={t('papers:rules.text')}
      />
      <div className={classes.sections}>
        <Policies organisation={organisation} />
        <VisaRules organisation={organisation} />
        <PaperSettings organisation={organisation} />
      </div>
    </>
  )
}
