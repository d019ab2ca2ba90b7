import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import classes from '#modules/organisations/web/organisations.module.css'
import { CardDialog } from './CardDialog.tsx'
import { siteWords, type Company } from './company-answers.ts'
import { Checks } from './Checks.tsx'
import { History } from './History.tsx'
import { MergeButton } from './MergeDialog.tsx'
import { Positions } from './Positions.tsx'
import { Tutors } from './Tutors.tsx'
import { useFieldName } from './use-terms.ts'

interface CompanyPageProps {
  /** What modules above this one can do with the company. */
  action?: ComponentType<{ organisation: string; company: Company }>
}

/** One company of the register: what it offers, what is known of it, what was checked. */
export default function CompanyPage({ action: Action }: CompanyPageProps) {
  const { organisation = '', company: id = '' } = useParams()
  const { t } = useTranslation('companies')
  const format = useFormat()
  const may = useMay()
  const company = useApi('GET /organisations/:organisation/companies/:company', {
    params: { organisation, company: id },
  })
  const { data } = company
  return (
    <>
      <PageHeader
        title={data?.name ?? t('companies:one')}
        trail={[{ label: t('companies:title'), to: paths.companies(organisation) }]}
        description={
          data && [data.town, data.country && format.country(data.country)].filter(Boolean).join(', ')
        }
        actions={
          <>
            {data && Action && <Action organisation={organisation} company={data} />}
            {data && <MergeButton organisation={organisation} company={data} />}
            <Button component={Link} variant="default" to={paths.partner(organisation, id)}>
              {t('companies:toPartner')}
            </Button>
          </>
        }
      />
      {company.isPending && <SkeletonRows />}
      <ProblemNote problem={company.error} retry={() => void company.refetch()} />
      {data && (
        <div className={classes.sections}>
          <Positions organisation={organisation} company={data} />
          <Tutors organisation={organisation} company={data} />
          <Card organisation={organisation} company={data} />
          <Checks organisation={organisation} company={data} />
          {may('mobilities.read') && <History organisation={organisation} company={data} />}
        </div>
      )}
    </>
  )
}

function Card({ organisation, company }: { organisation: string; company: Company }) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { card } = company
  const fieldName = useFieldName()
  const yes = (value: boolean | null): string | null =>
    value === null ? null : t(value ? 'companies:yes' : 'companies:no')
  const rating =
    company.ratings.average !== null
      ? t('companies:ratingFrom', {
          rating: format.number(company.ratings.average),
          count: company.ratings.count,
        })
      : card.rating === null
        ? null
        : t('companies:ratingOf', { rating: format.number(card.rating) })
  const facts: [string, string | null][] = [
    ['field', card.field && `${fieldName(card.field)} (${card.field})`],
    ['occupations', card.occupations.length > 0 ? format.list(card.occupations) : null],
    ['employees', card.employees === null ? null : format.number(card.employees)],
    [
      'languages',
      card.languages.length > 0 ? format.list(card.languages.map((code) => format.language(code))) : null,
    ],
    ['minimumAge', card.minimumAge === null ? null : format.number(card.minimumAge)],
    ['mostTrainees', card.mostTrainees === null ? null : format.number(card.mostTrainees)],
    [
      'employeesPerTrainee',
      card.employeesPerTrainee === null ? null : t('companies:oneFor', { count: card.employeesPerTrainee }),
    ],
    ['restDays', card.restDays === 0 ? null : format.number(card.restDays)],
    ['accessible', yes(card.accessible)],
    ['canteen', yes(card.canteen)],
    ['protectiveEquipment', card.protectiveEquipment],
    ['insurance', card.insurance],
    ['contractUntil', card.contractUntil && format.date(card.contractUntil)],
    ['lastVisit', card.lastVisit && format.date(card.lastVisit)],
    ['rating', rating],
    ['sites', card.sites.length > 0 ? card.sites.map(siteWords).join('; ') : null],
    ['note', card.note],
  ]
  const told = facts.filter(([, value]) => value)
  return (
    <Section
      title={t('companies:card')}
      actions={
        <ReasonButton
          size="xs"
          variant="default"
          whyNot={may('partners.manage') ? null : t('companies:coordinatorsOnly')}
          onClick={() => setEditing(true)}
        >
          {t('companies:edit')}
        </ReasonButton>
      }
    >
      {told.length === 0 && <p className={classes.quiet}>{t('companies:nothingTold')}</p>}
      <dl className={classes.facts}>
        {told.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`companies:field.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing && (
        <CardDialog organisation={organisation} company={company} onClose={() => setEditing(false)} />
      )}
    </Section>
  )
}
