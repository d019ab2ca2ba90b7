import { Modal, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import type { AnswerOf } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Grant } from './grant-answers.ts'
import classes from './grants.module.css'

type Comparison = AnswerOf<'GET /organisations/:organisation/mobilities/:mobility/grant/comparison'>

interface CompareDialogProps {
  grant: Grant
  organisation: string
  onClose: () => void
}

/** Why this grant differs from another one, input by input. */
export default function CompareDialog({ grant, organisation, onClose }: CompareDialogProps) {
  const { t } = useTranslation(['grants', 'web'])
  const [other, setOther] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.split(' · ')[0]?.trim() ?? '', 200)
  const found = useApi('GET /organisations/:organisation/mobilities', {
    params: { organisation },
    query: { limit: 20, ...(asked ? { q: asked } : {}) },
  })
  const read = useApi(
    'GET /organisations/:organisation/mobilities/:mobility/grant/comparison',
    { params: { organisation, mobility: grant.mobilityId }, query: { with: other ?? '' } },
    { enabled: other !== null },
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('grants:compare')}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <Select
        label={t('grants:compareTo')}
        description={t('grants:compareHint')}
        data-autofocus
        searchable
        data={(found.data?.items ?? [])
          .filter(({ id }) => id !== grant.mobilityId)
          .map((row) => ({ value: row.id, label: `${row.participant.name} · ${row.number}` }))}
        filter={({ options }) => options}
        onSearchChange={setText}
        value={other}
        onChange={setOther}
      />
      <ProblemNote problem={read.error} />
      {read.data && <Differences comparison={read.data} />}
    </Modal>
  )
}

function Differences({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const { one, other, difference, steps } = comparison
  const verdict =
    difference === null
      ? t('grants:compareUnknown')
      : difference === 0
        ? t(steps.length === 0 ? 'grants:compareSame' : 'grants:compareEqual')
        : t('grants:compareMore', {
            name: difference > 0 ? other.participant : one.participant,
            amount: format.money(Math.abs(difference)),
          })
  const words = useInputWords()
  return (
    <>
      <p role="status">{verdict}</p>
      {steps.length > 0 && (
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('grants:what')}</th>
                <th scope="col">{one.participant}</th>
                <th scope="col">{other.participant}</th>
                <th scope="col" className={tables.number}>
                  {t('grants:difference')}
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.inputs.join(' ')}>
                  <td>{step.inputs.map((input) => t(`grants:input.${input}`)).join(', ')}</td>
                  <td>{step.inputs.map((input, at) => words(input, step.before[at])).join(', ')}</td>
                  <td>{step.inputs.map((input, at) => words(input, step.after[at])).join(', ')}</td>
                  <td className={tables.number}>
                    {step.difference === null ? (
                      <span className={classes.unknown}>{t('grants:notKnown')}</span>
                    ) : (
                      format.money(step.difference)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** An input's value for people. */
function useInputWords() {
  const { t } = useTranslation(['grants', 'mobilities'])
  const format = useFormat()
  return (input: string, value: string | null | undefined): string => {
    if (value === null || value === undefined) return '–'
    if (value === 'true') return t('grants:yes')
    if (value === 'false') return t('grants:no')
    if (input.endsWith('Country')) return format.country(value)
    if (input.endsWith('Date')) return format.date(value)
    if (input === 'role') return t(`grants:role.${value}`)
    if (input === 'activity') return t(`mobilities:activityType.${value}`, { defaultValue: value })
    return value
  }
}
