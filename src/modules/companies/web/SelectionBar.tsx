import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { toast } from '#web/layout/toast.ts'
import { AskDialog } from '#modules/availability/web/AskDialog.tsx'
import { companyReads } from './company-answers.ts'
import classes from './companies.module.css'
import type { CompanyItem } from './CompanyTable.tsx'
import { MergeDialog } from './MergeDialog.tsx'

type Archived = AnswerOf<'POST /organisations/:organisation/company-archive'>

interface SelectionBarProps {
  organisation: string
  companies: readonly CompanyItem[]
  /** Archived ones are shown: they can be brought back. */
  archived: boolean
  whyNot: string | null
  onClear: () => void
}

/** What can be done with the companies that are ticked. */
export function SelectionBar({ organisation, companies, archived, whyNot, onClear }: SelectionBarProps) {
  const { t } = useTranslation('companies')
  const [open, setOpen] = useState<'ask' | 'merge' | null>(null)
  const [refused, setRefused] = useState<Archived['items']>([])
  const archive = useApiMutation('POST /organisations/:organisation/company-archive', {
    invalidates: companyReads,
    onDone: ({ items }, sent) => {
      const done = items.filter(({ result }) => result === 'done').map(({ id }) => id)
      setRefused(items.filter(({ result }) => result === 'refused'))
      if (done.length === 0) return
      const back = !sent.body.archived
      toast(t(back ? 'companies:restored' : 'companies:archivedNow', { count: done.length }), {
        label: t('companies:undo'),
        run: () => archive.mutate({ params: { organisation }, body: { ids: done, archived: back } }),
      })
      if (items.every(({ result }) => result !== 'refused')) onClear()
    },
  })
  const ids = companies.map(({ id }) => id)
  const mergeWhyNot = whyNot ?? (companies.length === 2 ? null : t('companies:merge.chooseTwo'))
  return (
    <section className={classes.bar} aria-label={t('companies:select.bar')}>
      <strong>{t('companies:select.count', { count: companies.length })}</strong>
      {!archived && (
        <>
          <ReasonButton size="sm" whyNot={whyNot} onClick={() => setOpen('ask')}>
            {t('companies:select.ask')}
          </ReasonButton>
          <ReasonButton size="sm" variant="default" whyNot={mergeWhyNot} onClick={() => setOpen('merge')}>
            {t('companies:merge.action')}
          </ReasonButton>
        </>
      )}
      <ReasonButton
        size="sm"
        variant="default"
        loading={archive.isPending}
        whyNot={whyNot}
        onClick={() => archive.mutate({ params: { organisation }, body: { ids, archived: !archived } })}
      >
        {t(archived ? 'companies:select.restore' : 'companies:select.archive')}
      </ReasonButton>
      <Button size="sm" variant="subtle" onClick={onClear}>
        {t('companies:select.clear')}
      </Button>
      <div role="status">
        {refused.map(({ id, name, code }) => (
          <div key={id}>
            {name}: {t(`companies:whyNot.${code ?? 'not-there'}`)}
          </div>
        ))}
      </div>
      <ProblemNote problem={archive.error} />
      {open === 'ask' && (
        <AskDialog organisation={organisation} companies={companies} onClose={() => setOpen(null)} />
      )}
      {open === 'merge' && companies[0] && companies[1] && (
        <MergeDialog
          organisation={organisation}
          kept={companies[0]}
          other={companies[1].id}
          onClose={() => setOpen(null)}
          onDone={onClear}
        />
      )}
    </section>
  )
}
