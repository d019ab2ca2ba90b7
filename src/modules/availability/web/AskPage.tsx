import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { isOpenAnswer, whyNotPosition } from '../availability.rules.ts'
import { AnswerTable } from './AnswerTable.tsx'
import { askReads, type Ask, type CompanyAnswer } from './ask-answers.ts'
import { useTakeOver } from './TakeOverDialog.tsx'
import { WriteAnswerDialog } from './WriteAnswerDialog.tsx'

/** One question: who has places, who is silent; one click makes positions of the answers. */
export default function AskPage() {
  const { organisation = '', ask: id = '' } = useParams()
  const { t } = useTranslation(['availability', 'companies'])
  const format = useFormat()
  const ask = useApi('GET /organisations/:organisation/availability-asks/:ask', {
    params: { organisation, ask: id },
  })
  const [writing, setWriting] = useState<CompanyAnswer | null>(null)
  const { data } = ask
  return (
    <>
      <PageHeader
        title={data?.name ?? t('availability:title')}
        description={data && format.dateRange(data.startsOn, data.endsOn)}
        trail={[
          { label: t('companies:title'), to: paths.companies(organisation) },
          { label: t('availability:title'), to: paths.availability(organisation) },
        ]}
        actions={data && <Actions organisation={organisation} ask={data} />}
      />
      {ask.isPending && <SkeletonRows />}
      <ProblemNote problem={ask.error} retry={() => void ask.refetch()} />
      {data && (
        <>
          <p>
            {t('availability:page.summary', {
              answered: format.number(data.answered),
              companies: format.number(data.companies),
              places: format.number(data.places),
              open: format.number(data.open),
            })}
          </p>
          <AnswerTable organisation={organisation} ask={data} onWrite={setWriting} />
        </>
      )}
      {writing && (
        <WriteAnswerDialog
          organisation={organisation}
          askId={id}
          answer={writing}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  )
}

function Actions({ organisation, ask }: { organisation: string; ask: Ask }) {
  const { t } = useTranslation('availability')
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const ready = ask.answers.filter((one) => whyNotPosition(one) === null)
  const silent = ask.answers.filter(({ state }) => isOpenAnswer(state))
  const params = { organisation, ask: ask.id }
  const remind = useApiMutation('POST /organisations/:organisation/availability-asks/:ask/reminders', {
    invalidates: askReads,
    onDone: ({ items }) => {
      setAsking(false)
      toast(t('availability:page.sent', { count: items.filter(({ result }) => result === 'done').length }))
    },
  })
  const take = useTakeOver(organisation, ask.id, ready)
  const forbidden = may('partners.manage') ? null : t('availability:coordinatorsOnly')
  return (
    <>
      <ReasonButton
        variant="default"
        whyNot={forbidden ?? (silent.length === 0 ? t('availability:page.nobodyToRemind') : null)}
        onClick={() => setAsking(true)}
      >
        {t('availability:page.remind', { count: silent.length })}
      </ReasonButton>
      <ReasonButton
        loading={take.busy}
        whyNot={forbidden ?? (ready.length === 0 ? t('availability:page.nothingToMake') : null)}
        onClick={take.begin}
      >
        {t('availability:page.toPositions', { count: ready.length })}
      </ReasonButton>
      {take.dialog}
      <ConfirmDialog
        opened={asking}
        title={t('availability:page.remindTitle')}
        confirm={t('availability:page.remind', { count: silent.length })}
        busy={remind.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          remind.mutate({ params, body: { companyIds: silent.map(({ companyId }) => companyId) } })
        }
      >
        {t('availability:page.remindText')}
      </ConfirmDialog>
      <ProblemNote problem={take.problem ?? remind.error} />
    </>
  )
}
