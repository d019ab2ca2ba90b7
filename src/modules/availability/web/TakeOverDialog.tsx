import { Select } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { askReads, type CompanyAnswer } from './ask-answers.ts'
import { useSameWorkWords } from './use-same-work-words.ts'

interface TakingOver {
  begin: () => void
  busy: boolean
  problem: unknown
  /** Asks of companies that have the position already. */
  dialog: ReactNode
}

/** Takes answers over at once; of companies that may have the position already it asks first what is meant. */
export function useTakeOver(
  organisation: string,
  askId: string,
  ready: readonly CompanyAnswer[],
): TakingOver {
  const { t } = useTranslation('availability')
  const format = useFormat()
  const [choosing, setChoosing] = useState(false)
  const take = useApiMutation('POST /organisations/:organisation/availability-asks/:ask/positions', {
    invalidates: [...askReads, 'GET /organisations/:organisation/positions'],
    onDone: ({ items }) => {
      setChoosing(false)
      const skipped = items.filter(({ result }) => result === 'skipped')
      const count = (wanted: string): number => items.filter(({ result }) => result === wanted).length
      toast(
        [
          ...(count('made') > 0 ? [t('availability:page.made', { count: count('made') })] : []),
          ...(count('updated') > 0 ? [t('availability:page.updated', { count: count('updated') })] : []),
          ...(skipped.length > 0
            ? [
                t('availability:page.skipped', {
                  count: skipped.length,
                  companies: format.list(skipped.map(({ company }) => company)),
                }),
              ]
            : []),
        ].join(' '),
      )
    },
  })
  const send = (chosen: { companyId: string; positionId: string | null }[]): void =>
    take.mutate({
      params: { organisation, ask: askId },
      body: { companyIds: ready.map(({ companyId }) => companyId), chosen },
    })
  return {
    begin: () => (ready.some(({ there }) => there.length > 0) ? setChoosing(true) : send([])),
    busy: take.isPending && !choosing,
    problem: choosing ? null : take.error,
    dialog: choosing && (
      <TakeOverDialog
        answers={ready}
        sending={take.isPending}
        problem={take.error}
        onSend={send}
        onClose={() => setChoosing(false)}
      />
    ),
  }
}

interface TakeOverDialogProps {
  answers: readonly CompanyAnswer[]
  sending: boolean
  problem: unknown
  onSend: (chosen: { companyId: string; positionId: string | null }[]) => void
  onClose: () => void
}

const oneMore = 'one-more'

/** Per company: the position that is there gets the places, or one more is made. */
function TakeOverDialog({ answers, sending, problem, onSend, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation('availability')
  const words = useSameWorkWords()
  const format = useFormat()
  const asked = answers.filter(({ there }) => there.length > 0)
  const others = answers.length - asked.length
  const [chosen, choose] = useState<Record<string, string>>({})
  const of = ({ companyId, there }: CompanyAnswer): string =>
    chosen[companyId] ?? there[0]?.positionId ?? oneMore
  return (
    <FormDialog
      title={t('availability:takeOver.title')}
      confirm={t('availability:takeOver.confirm', { count: answers.length })}
      size="lg"
      sending={sending}
      problem={problem}
      onClose={onClose}
      submit={(event) => {
        event?.preventDefault()
        onSend(
          asked.map((answer) => ({
            companyId: answer.companyId,
            positionId: of(answer) === oneMore ? null : of(answer),
          })),
        )
      }}
    >
      <p className={tables.quiet}>{t('availability:takeOver.text')}</p>
      {asked.map((answer, at) => (
        <Select
          key={answer.companyId}
          label={answer.company}
          description={t('availability:takeOver.offers', { count: answer.places ?? 0 })}
          allowDeselect={false}
          {...(at === 0 ? { 'data-autofocus': true } : {})}
          value={of(answer)}
          onChange={(value) => value && choose({ ...chosen, [answer.companyId]: value })}
          data={[
            ...answer.there.map((position) => ({
              value: position.positionId,
              label: t('availability:takeOver.use', {
                position: words(position),
                places: format.number(answer.places ?? 0),
              }),
            })),
            { value: oneMore, label: t('availability:takeOver.oneMore') },
          ]}
        />
      ))}
      {others > 0 && <p className={tables.quiet}>{t('availability:takeOver.others', { count: others })}</p>}
    </FormDialog>
  )
}
