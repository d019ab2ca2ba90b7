import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { When } from '#web/i18n/When.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { journeyReads } from './journey-answers.ts'
import type { ArrivalsQuery } from './use-arrivals-query.ts'
import classes from './journeys.module.css'

/** Flows of the period in which somebody's way is not known yet, each with the way to know it. */
export function Missing({ organisation, query }: { organisation: string; query: ArrivalsQuery }) {
  const { t } = useTranslation('journeys')
  const may = useMay()
  const { direction, from, to } = query
  const read = useApi('GET /organisations/:organisation/arrivals/missing', {
    params: { organisation },
    query: { direction, from, to },
  })
  const ask = useApiMutation('POST /organisations/:organisation/arrivals/requests', {
    invalidates: journeyReads,
    onDone: ({ asked, unreachable }) =>
      toast(
        [
          t('journeys:missing.asked', { count: asked }),
          ...(unreachable.length > 0
            ? [t('journeys:missing.unreachable', { count: unreachable.length, name: unreachable[0] })]
            : []),
        ].join(' '),
      ),
  })
  const items = read.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className={classes.missing} aria-label={t('journeys:missing.title')}>
      <ul className={classes.plain}>
        {items.map(({ flow, school, starts, people, without, example }) => (
          <li key={flow.id} className={classes.missingRow}>
            <span>
              <strong>{flow.name}</strong> <span className={classes.quiet}>{school}</span>
              {' · '}
              <When day={starts} />
              {' · '}
              {t(`journeys:missing.${direction}`, { count: without, people, example })}
            </span>
            {may('mobilities.edit') && (
              <span className={classes.buttons}>
                {direction === 'out' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={ask.isPending && ask.variables.body.flowId === flow.id}
                    aria-label={`${t('journeys:missing.ask')}: ${flow.name}`}
                    onClick={() =>
                      ask.mutate(
                        { params: { organisation }, body: { flowId: flow.id } },
                        { onError: (error) => void toastProblem(error) },
                      )
                    }
                  >
                    {t('journeys:missing.ask')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  component={Link}
                  to={paths.flowJourneys(organisation, flow.id)}
                  aria-label={`${t('journeys:missing.enter')}: ${flow.name}`}
                >
                  {t('journeys:missing.enter')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
