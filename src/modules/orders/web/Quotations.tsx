import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '#web/api/api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { lineNet } from '../totals.rules.ts'
import type { Quotation, Thread } from './order-answers.ts'
import classes from './orders.module.css'
import { QuotationEditor } from './QuotationEditor.tsx'
import { State } from './State.tsx'
import { Sums } from './Sums.tsx'
import { TermsDays } from './Terms.tsx'
import { useOrderActions } from './use-order-actions.ts'
import { useVatWords } from './use-vat-words.ts'

interface QuotationsProps {
  organisation: string
  thread: Thread
  onProblem: (problem: unknown) => void
}

/** The quotation that counts, the one being written, and the versions before. */
export function Quotations({ organisation, thread, onProblem }: QuotationsProps) {
  const { t } = useTranslation('orders')
  const may = useMay()
  const { busy, run } = useOrderActions(onProblem)
  if (thread.quotations.length === 0) return null
  const draft = thread.quotations.find(({ state }) => state === 'draft')
  const told = thread.quotations.filter(({ state }) => state !== 'draft').toReversed()
  const [latest, ...before] = told
  const revise =
    latest && !draft && thread.state === 'quoted' && latest.state === 'sent' && thread.sides.includes('host')
  return (
    <Section
      title={t('orders:quotation')}
      actions={
        revise ? (
          <ReasonButton
            size="xs"
            variant="default"
            whyNot={may('money.edit') ? null : t('orders:financeOnly')}
            loading={busy === 'revise'}
            onClick={() =>
              void run('revise', () =>
                api('POST /organisations/:organisation/requests/:request/quotations', {
                  params: { organisation, request: thread.id },
                  body: { from: 'before' },
                }),
              )
            }
          >
            {t('orders:quote.revise')}
          </ReasonButton>
        ) : undefined
      }
    >
      <div className={classes.stack}>
        {draft && thread.sides.includes('host') && (
          <QuotationEditor
            key={`${draft.id}${draft.version}`}
            organisation={organisation}
            thread={thread}
            quotation={draft}
          />
        )}
        {latest && <Shown organisation={organisation} thread={thread} quotation={latest} />}
        {before.map((quotation) => (
          <details key={quotation.id} className={classes.old}>
            <summary>
              <Head quotation={quotation} />
            </summary>
            <Shown organisation={organisation} thread={thread} quotation={quotation} headless />
          </details>
        ))}
      </div>
    </Section>
  )
}

const tones = { accepted: 'done', sent: 'turn', expired: 'harm' } as const

function Head({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (
    <>
      {t('orders:version', { number: quotation.number })}{' '}
      <State tone={tones[quotation.state as keyof typeof tones]}>
        {t(`orders:quotationState.${quotation.state}`)}
      </State>
      {quotation.sentAt && <span className={classes.sub}> {format.date(quotation.sentAt.slice(0, 10))}</span>}
      {quotation.byHand && <span className={classes.sub}> · {t('orders:byHand')}</span>}
    </>
  )
}

interface ShownProps {
  organisation: string
  thread: Thread
  quotation: Quotation
  headless?: boolean
}

function Shown({ organisation, thread, quotation, headless }: ShownProps) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const words = useVatWords()
  const money = (amount: number): string => format.money(amount, quotation.currency)
  return (
    <div className={classes.stack}>
      <div className={classes.next} style={{ background: 'none', border: 0, padding: 0 }}>
        <div>
          {!headless && <Head quotation={quotation} />}
          <p className={tables.quiet}>
            {[
              format.dateRange(quotation.startsOn, quotation.endsOn),
              t('orders:peopleLine', { people: quotation.people, accompanying: quotation.accompanying }),
              t('orders:validUntil', { date: format.date(quotation.validUntil) }),
              quotation.optionUntil && t('orders:keptUntil', { date: format.date(quotation.optionUntil) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Button
          component="a"
          size="xs"
          variant="default"
          href={apiPath('GET /organisations/:organisation/quotations/:quotation/file', {
            params: { organisation, quotation: quotation.id },
          })}
        >
          {t('orders:pdf')}
        </Button>
      </div>
      {quotation.letter && <p className={classes.text}>{quotation.letter}</p>}
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('orders:line.title')}</th>
              <th scope="col">{t('orders:line.unit')}</th>
              <th scope="col" className={tables.number}>
                {t('orders:line.quantity')}
              </th>
              <th scope="col" className={tables.number}>
                {t('orders:line.price')}
              </th>
              <th scope="col">{t('orders:line.vat')}</th>
              <th scope="col" className={tables.number}>
                {t('orders:line.net')}
              </th>
            </tr>
          </thead>
          <tbody>
            {quotation.lines.map((line) => (
              <tr key={`${line.service}${line.title}${line.unit}${line.who}${line.price}`}>
                <td>{line.title}</td>
                <td>
                  {t(`orders:unit.${line.unit}`)}
                  {line.who !== 'participants' && (
                    <span className={classes.sub}> · {t(`orders:who.${line.who}`)}</span>
                  )}
                </td>
                <td className={tables.number}>{format.number(line.quantity)}</td>
                <td className={tables.number}>{money(line.price)}</td>
                <td>{words(line.vat)}</td>
                <td className={tables.number}>{money(lineNet(line))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sums
        totals={quotation.totals}
        currency={quotation.currency}
        perPerson={quotation.perPerson}
        most={
          thread.mostPeople !== null && quotation.grossAtMost !== null && quotation.perPersonAtMost !== null
            ? {
                people: thread.mostPeople,
                gross: quotation.grossAtMost,
                perPerson: quotation.perPersonAtMost,
              }
            : null
        }
      />
      <details className={classes.old}>
        <summary>{t('orders:terms.title')}</summary>
        <TermsDays days={quotation.days} terms={quotation.cancellation} />
      </details>
      {quotation.note && <p className={classes.text}>{quotation.note}</p>}
      {quotation.reason && <p className={tables.warn}>{t('orders:saidWhy', { reason: quotation.reason })}</p>}
    </div>
  )
}
