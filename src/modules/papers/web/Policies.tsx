import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { MoreRows } from '#modules/organisations/web/MoreRows.tsx'
import { paths } from '#web/paths.ts'
import { ruleReads, type Policy } from './paper-answers.ts'
import { PolicyDialog } from './PolicyDialog.tsx'
import { PolicyScan } from './PolicyScan.tsx'
import classes from './papers.module.css'

/** Insurances for all people of some flows. */
export function Policies({ organisation }: { organisation: string }) {
  const { t } = useTranslation('papers')
  const may = useMay()
  const policies = usePages('GET /organisations/:organisation/group-policies', { params: { organisation } })
  const [editing, setEditing] = useState<Policy | 'new' | null>(null)
  const [ending, setEnding] = useState<Policy | null>(null)
  const end = useApiMutation('DELETE /organisations/:organisation/group-policies/:policy', {
    invalidates: ruleReads,
    onDone: () => setEnding(null),
  })
  const whyNot = may('papers.edit') ? null : t('papers:editorsOnly')
  return (
    <Section
      title={t('papers:policy.title')}
      actions={
        <ReasonButton size="xs" whyNot={whyNot} onClick={() => setEditing('new')}>
          {t('papers:policy.add')}
        </ReasonButton>
      }
    >
      <ProblemNote problem={policies.problem} retry={policies.retry} />
      {policies.loading && <SkeletonRows rows={3} height={48} />}
      {!policies.loading && policies.rows.length === 0 && (
        <p className={classes.text}>{t('papers:policy.none')}</p>
      )}
      <ul className={classes.papers}>
        {policies.rows.map((policy) => (
          <PolicyRow
            key={policy.id}
            organisation={organisation}
            policy={policy}
            whyNot={whyNot}
            onEdit={() => setEditing(policy)}
            onEnd={() => setEnding(policy)}
          />
        ))}
      </ul>
      <MoreRows pages={policies} />
      {editing && (
        <PolicyDialog
          organisation={organisation}
          policy={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        opened={ending !== null}
        title={t('papers:policy.endTitle')}
        confirm={t('papers:policy.end')}
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate({ params: { organisation, policy: ending.id } })}
        onClose={() => setEnding(null)}
      >
        {t('papers:policy.endText')}
        <ProblemNote problem={end.error} />
      </ConfirmDialog>
    </Section>
  )
}

function PolicyRow({
  organisation,
  policy,
  whyNot,
  onEdit,
  onEnd,
}: {
  organisation: string
  policy: Policy
  whyNot: string | null
  onEdit: () => void
  onEnd: () => void
}) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const covers = policy.covers.map((key) => t(`papers:cover.${key}`, { defaultValue: key }))
  return (
    <li className={classes.paper}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {policy.insurer} <span className={classes.number}>{policy.number}</span>
        </h3>
        <span className={classes.text}>{format.dateRange(policy.validFrom, policy.validUntil)}</span>
      </div>
      {policy.emergencyPhone && (
        <p className={classes.text}>
          {t('papers:field.emergencyPhone')}: {policy.emergencyPhone}
        </p>
      )}
      {covers.length > 0 && <p className={classes.quiet}>{format.list(covers)}</p>}
      <p className={classes.text}>
        {policy.flows.length === 0 && t('papers:policy.noFlow')}
        {policy.flows.map((flow, at) => (
          <span key={flow.id}>
            {at > 0 && ', '}
            <Link to={`${paths.papers(organisation)}?flow=${flow.id}`}>{flow.name}</Link>{' '}
            <span className={classes.quiet}>
              {t('papers:policy.people', { count: flow.people })}
              {flow.endDate && flow.endDate > policy.validUntil && ` · ${t('papers:policy.tooShort')}`}
            </span>
          </span>
        ))}
      </p>
      {policy.exceptions.map((one) => (
        <p key={one.mobilityId} className={classes.quiet}>
          {t('papers:policy.exception', { name: one.participant, reason: one.reason })}
        </p>
      ))}
      <PolicyScan organisation={organisation} policy={policy} whyNot={whyNot} />
      <div className={classes.actions}>
        <ReasonButton size="compact-sm" variant="default" whyNot={whyNot} onClick={onEdit}>
          {t('papers:action.change')}
        </ReasonButton>
        {!whyNot && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onEnd}>
            {t('papers:policy.end')}
          </Button>
        )}
      </div>
    </li>
  )
}
