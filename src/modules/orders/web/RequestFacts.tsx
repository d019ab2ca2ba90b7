import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { paths } from '#web/paths.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { CloseDialog } from './CloseDialog.tsx'
import type { Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { RequestDialog } from './RequestDialog.tsx'

/** What was asked for, by whom, and who pays. */
export function RequestFacts({ organisation, thread }: { organisation: string; thread: Thread }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const may = useMay()
  const [open, setOpen] = useState<'edit' | 'declined' | 'withdrawn' | 'open' | null>(null)
  const running = thread.state === 'open' || thread.state === 'quoted'
  const whyNot = may('flows.edit') ? null : t('orders:coordinatorsOnly')
  const closed = thread.state === 'declined' || thread.state === 'withdrawn'
  const speaks = (side: 'sender' | 'host'): boolean => thread.sides.includes(side)
  const { buyer } = thread
  return (
    <Section
      title={t('orders:one')}
      aside={t('orders:writtenBy', {
        name: thread.createdBy,
        date: format.date(thread.createdAt.slice(0, 10)),
      })}
      actions={
        <div className={classes.buttons}>
          {running && speaks('host') && (
            <Action whyNot={whyNot} label={t('orders:close.declined')} onClick={() => setOpen('declined')} />
          )}
          {running && speaks('sender') && (
            <Action
              whyNot={whyNot}
              label={t('orders:close.withdrawn')}
              onClick={() => setOpen('withdrawn')}
            />
          )}
          {running && <Action whyNot={whyNot} label={t('orders:edit')} onClick={() => setOpen('edit')} />}
          {closed && speaks(thread.state === 'declined' ? 'host' : 'sender') && (
            <Action whyNot={whyNot} label={t('orders:close.open')} onClick={() => setOpen('open')} />
          )}
        </div>
      }
    >
      <dl className={tables.facts}>
        <Fact label={t(`orders:partner.${thread.side === 'host' ? 'sender' : 'host'}`)}>
          <Link to={paths.partner(organisation, thread.partner.id)}>{thread.partner.name}</Link>
          {!thread.partner.claimed && <div className={classes.sub}>{t('orders:noAccount')}</div>}
        </Fact>
        {thread.flow && (
          <Fact label={t('orders:field.flowId')}>
            <Link to={paths.flow(organisation, thread.flow.id)}>{thread.flow.name}</Link>
          </Fact>
        )}
        <Fact label={t('orders:field.people')}>
          {t('orders:peopleLine', { people: thread.people, accompanying: thread.accompanying })}
          {thread.mostPeople && (
            <div className={classes.sub}>
              {t('orders:upTo', { people: format.number(thread.mostPeople) })}
            </div>
          )}
        </Fact>
        <Fact label={t('orders:column.when')}>{format.dateRange(thread.startsOn, thread.endsOn)}</Fact>
        {thread.services.length > 0 && (
          <Fact label={t('orders:field.services')}>
            {format.list(thread.services.map((service) => t(`orders:service.${service}`)))}
          </Fact>
        )}
        {thread.fields.length > 0 && <Fact label={t('orders:field.fields')}>{thread.fields.join(', ')}</Fact>}
        <Fact label={t('orders:field.buyer')}>
          {[buyer.name, buyer.town, buyer.country && format.country(buyer.country), buyer.vatId]
            .filter(Boolean)
            .join(', ')}
        </Fact>
        {thread.message && (
          <Fact wide label={t('orders:field.message')}>
            {thread.message}
          </Fact>
        )}
        {thread.reason && (
          <Fact wide label={t('orders:field.reason')}>
            {thread.reason}
          </Fact>
        )}
      </dl>
      {open === 'edit' && (
        <RequestDialog
          organisation={organisation}
          side={thread.side}
          present={thread}
          onClose={() => setOpen(null)}
        />
      )}
      {(open === 'declined' || open === 'withdrawn' || open === 'open') && (
        <CloseDialog organisation={organisation} thread={thread} to={open} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

interface FactProps {
  label: string
  /** Somebody's own words need the whole width. */
  wide?: boolean
  children: ReactNode
}

function Fact({ label, wide, children }: FactProps) {
  return (
    <div className={wide ? tables.wide : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Action({ whyNot, label, onClick }: { whyNot: string | null; label: string; onClick: () => void }) {
  return (
    <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={onClick}>
      {label}
    </ReasonButton>
  )
}
