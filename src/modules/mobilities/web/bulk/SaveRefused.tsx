import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useBulkWords } from './bulk-words.ts'
import { csvOf } from './refused-file.ts'

type Result = AnswerOf<'GET /organisations/:organisation/mobilities/bulk/:bulk/results'>['items'][number]

/** The refused rows, all of them, as a file to work through. */
export function SaveRefused({ organisation, bulk }: { organisation: string; bulk: string }) {
  const { t } = useTranslation('bulk')
  const why = useBulkWords()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = async (): Promise<void> => {
    setSaving(true)
    setProblem(null)
    try {
      const rows = await allRefused(organisation, bulk)
      const head = [t('bulk:refused.number'), t('bulk:refused.name'), t('bulk:refused.why')]
      const lines = rows.map((row) => [
        String(row.number),
        row.participant,
        row.reason ? why(row.reason) : '',
      ])
      handOut(csvOf([head, ...lines]), `${t('bulk:refused.file')}.csv`)
    } catch (error) {
      setProblem(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={14} aria-hidden />}
        loading={saving}
        onClick={() => void save()}
      >
        {t('bulk:refused.save')}
      </Button>
      <ProblemNote problem={problem} />
    </>
  )
}

async function allRefused(organisation: string, bulk: string): Promise<Result[]> {
  const rows: Result[] = []
  let cursor: string | null = null
  do {
    const page: AnswerOf<'GET /organisations/:organisation/mobilities/bulk/:bulk/results'> = await api(
      'GET /organisations/:organisation/mobilities/bulk/:bulk/results',
      {
        params: { organisation, bulk },
        query: { outcome: 'refused', limit: 200, ...(cursor ? { cursor } : {}) },
      },
    )
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

function handOut(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
