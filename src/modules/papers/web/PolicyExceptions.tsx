import { Button, Group, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import type { Policy } from './paper-answers.ts'
import classes from './papers.module.css'

type Exceptions = Policy['exceptions']

interface PolicyExceptionsProps {
  organisation: string
  flowIds: readonly string[]
  exceptions: Exceptions
  onChange: (exceptions: Exceptions) => void
}

/** People of the flows who are insured otherwise, each with the reason. */
export function PolicyExceptions({ organisation, flowIds, exceptions, onChange }: PolicyExceptionsProps) {
  const { t } = useTranslation('papers')
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const found = useApi(
    'GET /organisations/:organisation/papers',
    { params: { organisation }, query: { limit: 30, ...(asked ? { q: asked } : {}) } },
    { enabled: flowIds.length > 0 },
  ).data
  const people = (found?.items ?? []).filter(
    ({ flow, mobilityId }) =>
      flow && flowIds.includes(flow.id) && !exceptions.some((one) => one.mobilityId === mobilityId),
  )
  return (
    <>
      <Select
        label={t('papers:policy.addException')}
        description={t('papers:policy.addExceptionHint')}
        searchable
        value={null}
        searchValue={text}
        onSearchChange={setText}
        nothingFoundMessage={t('papers:nothingFound')}
        filter={({ options }) => options}
        data={people.map(({ mobilityId, participant }) => ({ value: mobilityId, label: participant }))}
        onChange={(id, option) => {
          if (!id || !option) return
          onChange([
            ...exceptions,
            { mobilityId: id, participant: option.label, reason: t('papers:policy.ownInsurance') },
          ])
          setText('')
        }}
      />
      {exceptions.map((one) => (
        <Group key={one.mobilityId} wrap="nowrap" align="end" className={classes.head}>
          <TextInput
            flex={1}
            label={t('papers:policy.whyNot', { name: one.participant })}
            value={one.reason}
            onChange={(event) => {
              const reason = event.currentTarget.value
              onChange(exceptions.map((e) => (e.mobilityId === one.mobilityId ? { ...e, reason } : e)))
            }}
          />
          <Button
            variant="subtle"
            aria-label={t('papers:policy.dropException', { name: one.participant })}
            onClick={() => onChange(exceptions.filter((e) => e.mobilityId !== one.mobilityId))}
          >
            {t('papers:policy.drop')}
          </Button>
        </Group>
      ))}
    </>
  )
}
