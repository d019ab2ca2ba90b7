import { Anchor, Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { apiPath } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import type { ProjectPack } from './grant-answers.ts'
import { PackCountries, PackFigures } from './PackFigures.tsx'
import classes from './grants.module.css'

const ChoosePackDialog = lazy(() => import('./ChoosePackDialog.tsx'))
const EnterRatesDialog = lazy(() => import('./EnterRatesDialog.tsx'))

/** The rates and rules that a project is frozen on: what is missing, every figure with its source, another pack, own rates. */
export function PackSection({ organisation, project }: { organisation: string; project: string }) {
  const { t } = useTranslation('grants')
  const may = useMay()
  const [dialog, setDialog] = useState<'choose' | 'enter' | null>(null)
  const read = useApi('GET /organisations/:organisation/projects/:project/pack', {
    params: { organisation, project },
  })
  const known = read.data
  return (
    <Section
      title={t('grants:pack.title')}
      aside={known?.pack && t('grants:pack.version', { name: known.pack.name, version: known.pack.version })}
      actions={
        known && (
          <>
            {known.pack && (
              <Button
                component="a"
                variant="subtle"
                size="xs"
                href={apiPath('GET /organisations/:organisation/projects/:project/pack/file', {
                  params: { organisation, project },
                })}
              >
                {t('grants:pack.download')}
              </Button>
            )}
            {may('money.edit') && (
              <>
                <Button variant="default" size="xs" onClick={() => setDialog('choose')}>
                  {known.pack ? t('grants:pack.other') : t('grants:choosePack')}
                </Button>
                {known.pack && (
                  <Button variant="default" size="xs" onClick={() => setDialog('enter')}>
                    {t('grants:pack.enter')}
                  </Button>
                )}
              </>
            )}
          </>
        )
      }
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={2} />}
      {known && <PackBody known={known} organisation={organisation} />}
      <Suspense>
        {dialog === 'choose' && known && (
          <ChoosePackDialog {...{ organisation, project, known }} onClose={() => setDialog(null)} />
        )}
        {dialog === 'enter' && known && (
          <EnterRatesDialog {...{ organisation, project, known }} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </Section>
  )
}

function PackBody({ known, organisation }: { known: ProjectPack; organisation: string }) {
  const { t } = useTranslation('grants')
  if (!known.pack) return <p className={classes.quiet}>{t('grants:pack.none')}</p>
  const missing = known.figures.filter(({ paid, figure }) => paid && figure.value === null)
  return (
    <>
      <p>
        {missing.length === 0
          ? t('grants:pack.complete')
          : t('grants:pack.missing', { count: missing.length })}
      </p>
      {known.evidence && (
        <p className={classes.quiet}>
          {t('grants:pack.evidence')}
          {': '}
          <Anchor href={`/api/v1/organisations/${organisation}/files/${known.evidence.id}`}>
            {known.evidence.name}
          </Anchor>
        </p>
      )}
      {known.note && <p className={classes.quiet}>{known.note}</p>}
      <details>
        <summary>{t('grants:pack.figures')}</summary>
        <PackFigures known={known} />
      </details>
      <details>
        <summary>{t('grants:pack.countries')}</summary>
        <PackCountries known={known} />
      </details>
    </>
  )
}
