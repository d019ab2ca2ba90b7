import { Anchor, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import type { MobilityRecord } from '#modules/mobilities/web/use-mobility.ts'
import { DistanceChoice } from './DistanceChoice.tsx'
import type { Grant } from './grant-answers.ts'
import { GrantLines } from './GrantLines.tsx'
import classes from './grants.module.css'

const GrantDialog = lazy(() => import('./GrantDialog.tsx'))
const CompareDialog = lazy(() => import('./CompareDialog.tsx'))

/** The grant of a mobility on its record, for the sender's people who see money. */
export function GrantSection({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const may = useMay()
  if (!record.roles.includes('sending') || !may('money.read')) return null
  return <OwnGrantSection record={record} organisation={organisation} />
}

function OwnGrantSection({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation('grants')
  const may = useMay()
  const [dialog, setDialog] = useState<'change' | 'compare' | null>(null)
  const params = { organisation, mobility: record.id }
  const read = useApi('GET /organisations/:organisation/mobilities/:mobility/grant', { params })
  const grant = read.data
  return (
    <Section
      title={t('grants:title')}
      actions={
        grant && (
          <>
            {!grant.open && (
              <>
                <Button
                  component={Link}
                  to={paths.grant(organisation, record.id)}
                  variant="subtle"
                  size="compact-sm"
                >
                  {t('grants:explanation')}
                </Button>
                <Button variant="subtle" size="compact-sm" onClick={() => setDialog('compare')}>
                  {t('grants:compare')}
                </Button>
              </>
            )}
            {may('money.edit') && grant.open !== 'no-pack' && (
              <Button variant="default" size="compact-sm" onClick={() => setDialog('change')}>
                {t('grants:change')}
              </Button>
            )}
          </>
        )
      }
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={3} />}
      {grant && <GrantBody grant={grant} record={record} organisation={organisation} />}
      <Suspense>
        {dialog === 'change' && grant && (
          <GrantDialog grant={grant} organisation={organisation} onClose={() => setDialog(null)} />
        )}
        {dialog === 'compare' && grant && (
          <CompareDialog grant={grant} organisation={organisation} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </Section>
  )
}

function GrantBody({
  grant,
  record,
  organisation,
}: {
  grant: Grant
  record: MobilityRecord
  organisation: string
}) {
  const { t } = useTranslation('grants')
  if (grant.open)
    return (
      <p className={classes.quiet}>
        {t(
          grant.open === 'no-pack' && !record.project
            ? 'grants:open.no-project'
            : `grants:open.${grant.open}`,
        )}{' '}
        {grant.open === 'no-pack' && record.project && (
          <Anchor component={Link} to={paths.project(organisation, record.project.id)}>
            {t('grants:choosePack')}
          </Anchor>
        )}
      </p>
    )
  return (
    <>
      <DistanceChoice grant={grant} organisation={organisation} />
      <GrantLines grant={grant} />
      {grant.pack && (
        <p className={classes.quiet}>
          {t('grants:byPack', { name: grant.pack.name, version: grant.pack.version })}
        </p>
      )}
    </>
  )
}
