import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast, toastProblem } from '#web/layout/toast.ts'
import { isAsked } from '../summary.rules.ts'
import { paperReads, type Listed } from './paper-answers.ts'
import { useSteps } from './use-steps.ts'
import classes from './papers.module.css'

interface PapersBarProps {
  organisation: string
  people: readonly Listed[]
  onDone: () => void
}

/** What can be done for all that are chosen; it says to how many before it does it, and what came of it after. */
export function PapersBar({ organisation, people, onDone }: PapersBarProps) {
  const { t } = useTranslation('papers')
  const may = useMay()
  const client = useQueryClient()
  const steps = useSteps(organisation)
  const [dialog, setDialog] = useState<'check' | 'ask' | null>(null)
  const [busy, setBusy] = useState(false)
  const toCheck = people.flatMap(({ mobilityId, cells }) =>
    cells.filter(({ standing }) => standing === 'to-check').map(({ kind }) => ({ mobilityId, kind })),
  )
  const toAsk = people.filter(({ cells }) => cells.some(({ standing }) => isAsked(standing)))
  const whyNot = may('papers.edit') ? null : t('papers:editorsOnly')
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    try {
      await work()
      onDone()
    } catch (error) {
      void toastProblem(error)
    } finally {
      setBusy(false)
      setDialog(null)
    }
  }
  const ask = async (): Promise<void> => {
    const { items } = await api('POST /organisations/:organisation/papers/reminders', {
      params: { organisation },
      body: { mobilityIds: toAsk.map(({ mobilityId }) => mobilityId) },
    })
    const done = items.filter(({ outcome }) => outcome === 'done').length
    const left = Map.groupBy(
      items.filter(({ outcome }) => outcome !== 'done'),
      ({ reason }) => reason ?? '',
    )
    const words = [...left].map(([reason, some]) => t(`papers:whyNot.${reason}`, { count: some.length }))
    toast([t('papers:ask.done', { count: done }), ...words].join(' '))
    await refresh(client, paperReads)
  }
  return (
    <section className={classes.bar} aria-label={t('papers:bar')}>
      <strong>{t('papers:chosen', { count: people.length })}</strong>
      <ReasonButton
        whyNot={whyNot ?? (toCheck.length === 0 ? t('papers:check.none') : null)}
        onClick={() => setDialog('check')}
      >
        {t('papers:check.action', { count: toCheck.length })}
      </ReasonButton>
      <ReasonButton
        variant="default"
        whyNot={whyNot ?? (toAsk.length === 0 ? t('papers:ask.none') : null)}
        onClick={() => setDialog('ask')}
      >
        {t('papers:ask.action', { count: toAsk.length })}
      </ReasonButton>
      <Button variant="subtle" onClick={onDone}>
        {t('papers:chooseNone')}
      </Button>
      <ConfirmDialog
        opened={dialog === 'check'}
        title={t('papers:check.title')}
        confirm={t('papers:check.action', { count: toCheck.length })}
        busy={busy}
        onConfirm={() => void run(() => steps(toCheck, 'checked'))}
        onClose={() => setDialog(null)}
      >
        {t('papers:check.text', { count: toCheck.length })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={dialog === 'ask'}
        title={t('papers:ask.title')}
        confirm={t('papers:ask.action', { count: toAsk.length })}
        busy={busy}
        onConfirm={() => void run(ask)}
        onClose={() => setDialog(null)}
      >
        {t('papers:ask.text', { count: toAsk.length })}
      </ConfirmDialog>
    </section>
  )
}
