import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { differencesOf } from './compare-plans.ts'
import type { Plan } from './plan-answers.ts'

/** The way to a comparison with another plan. */
export function CompareButton({ organisation, plan }: { organisation: string; plan: Plan }) {
  const { t } = useTranslation('matching')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('matching:compare.action')}
      </Button>
      {open && <CompareDialog organisation={organisation} plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

interface CompareDialogProps {
  organisation: string
  plan: Plan
  onClose: () => void
}

/** Two plans side by side: what they come to, and who is somewhere else. */
function CompareDialog({ organisation, plan, onClose }: CompareDialogProps) {
  const { t } = useTranslation(['matching', 'web'])
  const [chosen, setChosen] = useState<string | null>(plan.repairs)
  const plans = useApi('GET /organisations/:organisation/match-plans', {
    params: { organisation },
    query: { limit: 100 },
  })
  const other = useApi(
    'GET /organisations/:organisation/match-plans/:plan',
    { params: { organisation, plan: chosen ?? '' } },
    { enabled: chosen !== null },
  )
  const others = (plans.data?.items ?? []).filter(({ id, placed }) => id !== plan.id && placed !== null)
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('matching:compare.title')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Select
        label={t('matching:compare.with')}
        searchable
        data-autofocus
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      {plans.data && others.length === 0 && <p>{t('matching:compare.none')}</p>}
      {chosen !== null && other.isPending && <SkeletonRows />}
      <ProblemNote problem={plans.error ?? other.error} />
      {other.data && <Comparison here={plan} there={other.data} />}
    </Modal>
  )
}

function Comparison({ here, there }: { here: Plan; there: Plan }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const differ = differencesOf(here, there)
  const figure = (value: number | null): string => (value === null ? '–' : format.number(value))
  return (
    <>
      <p role="status">
        {differ.length === 0
          ? t('matching:compare.same')
          : t('matching:compare.differ', { count: differ.length })}
      </p>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('matching:compare.person')}</th>
              <th scope="col">{here.name}</th>
              <th scope="col">{there.name}</th>
            </tr>
          </thead>
          <tbody>
            {(['placed', 'moved', 'score'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{t(`matching:compare.${name}`)}</th>
                <td>{figure(here[name])}</td>
                <td>{figure(there[name])}</td>
              </tr>
            ))}
            {differ.map((one) => (
              <tr key={one.mobilityId}>
                <th scope="row">
                  {one.participant}
                  <div className={tables.quiet}>{one.school}</div>
                </th>
                <td>{one.here ?? t('matching:compare.nowhere')}</td>
                <td>{one.there ?? t('matching:compare.nowhere')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
