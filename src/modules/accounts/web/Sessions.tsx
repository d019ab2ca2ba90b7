import { Badge, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { deviceOf } from './device.ts'
import { useSession } from './use-session.ts'
import classes from './accounts.module.css'

/** Where one is signed in, each place with its way out. */
export function Sessions() {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const here = useSession().data?.session.id
  const sessions = useApi('GET /me/sessions')
  const end = useApiMutation('DELETE /me/sessions/:session', { invalidates: ['GET /me/sessions'] })
  return (
    <Section title={t('accounts:account.sessions')}>
      {sessions.isPending && <SkeletonRows rows={2} />}
      <ProblemNote problem={sessions.error ?? end.error} retry={() => void sessions.refetch()} />
      <ul className={classes.list}>
        {sessions.data?.items.map((session) => {
          const { browser, system } = deviceOf(session.device)
          const device =
            browser || system
              ? [browser, system].filter(Boolean).join(' · ')
              : t('accounts:account.unknownDevice')
          return (
            <li key={session.id} className={classes.row}>
              <div className={classes.grow}>
                {device}
                <p className={classes.quiet}>
                  {t('accounts:account.since', { date: format.dateTime(session.since) })}
                </p>
              </div>
              {session.id === here ? (
                <Badge variant="light">{t('accounts:account.here')}</Badge>
              ) : (
                <Button
                  variant="default"
                  size="xs"
                  loading={end.isPending && end.variables.params.session === session.id}
                  aria-label={`${t('accounts:account.end')}: ${device}`}
                  onClick={() => end.mutate({ params: { session: session.id } })}
                >
                  {t('accounts:account.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
