import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
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
import { FlowExpenses } from '#modules/expenses/web/FlowExpenses.tsx'
import { FlowGrants } from '#modules/grants/web/FlowGrants.tsx'
import { FlowJourneys } from '#modules/journeys/web/FlowJourneys.tsx'
import { Contributions } from '#modules/payments/web/Contributions.tsx'
import { FlowPayments } from '#modules/payments/web/FlowPayments.tsx'
import { SupportSplit } from '#modules/payments/web/SupportSplit.tsx'
import { CopyFlowDialog } from './CopyFlowDialog.tsx'
import { FlowFacts } from './FlowFacts.tsx'
import { FlowPlaces } from './FlowPlaces.tsx'
import { FlowWarnings } from './FlowWarnings.tsx'

export type FlowAnswer = AnswerOf<'GET /organisations/:organisation/flows/:flow'>

/** One flow: where, when, at whose place, how full, and what looks odd. */
export default function FlowPage() {
  const { organisation = '', flow: id = '' } = useParams()
  const { t } = useTranslation('flows')
  const flow = useApi('GET /organisations/:organisation/flows/:flow', {
    params: { organisation, flow: id },
  })
  const trail = [{ label: t('flows:title'), to: paths.flows(organisation) }]
  if (flow.data) return <Flow organisation={organisation} flow={flow.data} trail={trail} />
  return (
    <>
      <PageHeader title={t('flows:one')} trail={trail} />
      {flow.isPending && <SkeletonRows />}
      <ProblemNote problem={flow.error} retry={() => void flow.refetch()} />
    </>
  )
}

interface FlowProps {
  organisation: string
  flow: FlowAnswer
  trail: { label: string; to: string }[]
}

function Flow({ organisation, flow, trail }: FlowProps) {
  const { t } = useTranslation('flows')
  const format = useFormat()
  const [copying, setCopying] = useState(false)
  const whyNot = useWhyNotEdit(flow)
  const where = [flow.town, flow.country && format.country(flow.country)].filter(Boolean).join(', ')
  const when = flow.startDate && flow.endDate ? format.dateRange(flow.startDate, flow.endDate) : null
  return (
    <>
      <PageHeader
        title={flow.name}
        trail={trail}
        description={[where, when, flow.own ? null : t('flows:ofOther', { name: flow.organisation.name })]
          .filter(Boolean)
          .join(' · ')}
        status={flow.archived && <Badge color="gray">{t('flows:archived')}</Badge>}
        actions={
          <>
            <ReasonButton variant="default" whyNot={whyNot} onClick={() => setCopying(true)}>
              {t('flows:copy.action')}
            </ReasonButton>
            <Button component={Link} to={`${paths.mobilities(organisation)}?flow=${flow.id}`}>
              {t('flows:openMobilities')}
            </Button>
          </>
        }
      />
      <div className={classes.sections}>
        <FlowWarnings warnings={flow.warnings} />
        <FlowPlaces organisation={organisation} flow={flow} />
        <FlowFacts organisation={organisation} flow={flow} whyNot={whyNot} />
        <FlowJourneys organisation={organisation} flow={flow.id} />
        {flow.own && <FlowGrants organisation={organisation} flow={flow.id} />}
        {flow.own && <FlowExpenses organisation={organisation} flow={flow.id} />}
        {flow.own && <SupportSplit organisation={organisation} flow={flow.id} />}
        {flow.own && <Contributions organisation={organisation} flow={flow.id} />}
        {flow.own && (
          <FlowPayments organisation={organisation} flow={flow.id} project={flow.project?.id ?? null} />
        )}
      </div>
      {copying && (
        <CopyFlowDialog organisation={organisation} flow={flow} onClose={() => setCopying(false)} />
      )}
    </>
  )
}

/** Why one cannot change this flow, in words; null when one can. */
function useWhyNotEdit(flow: FlowAnswer): string | null {
  const { t } = useTranslation('flows')
  const may = useMay()
  if (!flow.own) return t('flows:ownerOnly', { name: flow.organisation.name })
  return may('flows.edit') ? null : t('flows:coordinatorsOnly')
}
