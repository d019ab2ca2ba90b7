import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { usePages, type ItemOf } from '#web/api/use-pages.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { useChangeWords } from './change-words.ts'
import classes from './Timeline.module.css'

type Event = ItemOf<'GET /organisations/:organisation/mobilities/:mobility/events'>

/** What happened, newest first, with who did it for whom. */
export function Timeline({ organisation, mobility }: { organisation: string; mobility: string }) {
  const { t } = useTranslation(['record', 'journal', 'web'])
  const events = usePages('GET /organisations/:organisation/mobilities/:mobility/events', {
    params: { organisation, mobility },
    query: { limit: 20 },
  })
  return (
    <Section title={t('record:timeline.title')}>
      <ProblemNote problem={events.problem} retry={events.retry} />
      {events.loading && <SkeletonRows rows={4} height={40} />}
      <ol className={classes.events}>
        {events.rows.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
      {events.hasMore && (
        <Button variant="subtle" size="compact-sm" loading={events.loadingMore} onClick={events.loadMore}>
          {t('record:timeline.more')}
        </Button>
      )}
    </Section>
  )
}

export function EventLine({ event }: { event: Event }) {
  const format = useFormat()
  const words = useChangeWords()
  return (
    <li className={classes.event}>
      <div>{words.title(event)}</div>
      {event.changes && (
        <ul className={classes.changes}>
          {Object.entries(event.changes).map(([field, [before, after]]) => (
            <li key={field}>{words.change(field, before, after)}</li>
          ))}
        </ul>
      )}
      {words.more(event) && <div className={classes.more}>{words.more(event)}</div>}
      <div className={classes.by}>
        {event.by}
        {event.organisation && ` · ${event.organisation}`}
        {' · '}
        <time dateTime={event.at}>{format.dateTime(event.at)}</time>
      </div>
    </li>
  )
}
