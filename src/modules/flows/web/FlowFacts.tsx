import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from '#modules/organisations/web/organisations.module.css'
import { daysOfPeriod } from '#shared/dates.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMembership } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { EditFlowDialog } from './EditFlowDialog.tsx'
import type { FlowAnswer } from './FlowPage.tsx'

interface FlowFactsProps {
  organisation: string
  flow: FlowAnswer
  whyNot: string | null
}

/** What the flow is, field by field. */
export function FlowFacts({ organisation, flow, whyNot }: FlowFactsProps) {
  const { t } = useTranslation('flows')
  const [first, setFirst] = useState<FlowAnswer | null>(null)
  const lines = useLines(organisation, flow)
  return (
    <Section
      title={t('flows:details')}
      actions={
        <>
          <ArchiveButton {...{ organisation, flow, whyNot }} />
          <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => setFirst(flow)}>
            {t('flows:edit')}
          </ReasonButton>
        </>
      }
    >
      <dl className={classes.facts}>
        {Object.entries(lines).map(([field, value]) => (
          <div key={field}>
            <dt>{t(`flows:field.${field}`)}</dt>
            <dd>{value || <span className={classes.quiet}>{t('flows:notKnown')}</span>}</dd>
          </div>
        ))}
      </dl>
      {first && <EditFlowDialog present={flow} onClose={() => setFirst(null)} {...{ organisation, first }} />}
    </Section>
  )
}

function useLines(organisation: string, flow: FlowAnswer): Record<string, ReactNode> {
  const { t } = useTranslation(['flows', 'mobilities'])
  const format = useFormat()
  const here = useMembership()?.organisation.id
  const { startDate, endDate, hosting, project } = flow
  return {
    activityType: t(`mobilities:activityType.${flow.activityType}`, { defaultValue: flow.activityType }),
    startDate: startDate && format.date(startDate),
    endDate: endDate && format.date(endDate),
    days: startDate && endDate && t('flows:days', { count: daysOfPeriod(startDate, endDate) }),
    country: flow.country && format.country(flow.country),
    town: flow.town,
    hosting:
      hosting &&
      (flow.own && hosting.id !== here ? (
        <Link to={paths.partner(organisation, hosting.id)}>{hosting.name}</Link>
      ) : (
        hosting.name
      )),
    project: project && <Link to={paths.project(organisation, project.id)}>{project.title}</Link>,
  }
}

/** Takes a flow out of the lists, or brings it back. */
function ArchiveButton({ organisation, flow, whyNot }: FlowFactsProps) {
  const { t } = useTranslation('flows')
  const { archived } = flow
  const save = useApiMutation('PATCH /organisations/:organisation/flows/:flow', {
    invalidates: [
      'GET /organisations/:organisation/flows/:flow',
      'GET /organisations/:organisation/flows',
      'GET /organisations/:organisation/projects/:project',
    ],
    onDone: () => toast(t(archived ? 'flows:nowBack' : 'flows:nowArchived')),
  })
  return (
    <>
      <ReasonButton
        size="xs"
        variant="default"
        whyNot={whyNot}
        loading={save.isPending}
        onClick={() =>
          save.mutate({
            params: { organisation, flow: flow.id },
            version: flow.version,
            body: { archived: !archived },
          })
        }
      >
        {t(archived ? 'flows:bringBack' : 'flows:archive')}
      </ReasonButton>
      <ProblemNote problem={save.error} />
    </>
  )
}
