import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type AnswerOf, type ApiProblem } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { EmptyState } from '#web/layout/EmptyState.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { paths } from '#web/paths.ts'
import { ListFile } from './ListFile.tsx'
import { ListRows } from './ListRows.tsx'

export type ListRead = AnswerOf<'POST /organisations/:organisation/company-list-file'>
type BroughtIn = AnswerOf<'POST /organisations/:organisation/company-list'>

/** Companies and positions from a spreadsheet: a file, what its columns mean, its rows with their mistakes, one button. */
export default function CompanyListPage() {
  const { organisation = '' } = useParams()
  const { t } = useTranslation(['company-list', 'companies'])
  const client = useQueryClient()
  const [read, setRead] = useState<ListRead | null>(null)
  const [done, setDone] = useState<BroughtIn | null>(null)
  const bring = useMutation<ListRead, ApiProblem, { file: Blob; name: string | null }>({
    mutationFn: ({ file, name }) => {
      const form = new FormData()
      if (name === null) form.append('pasted', 'yes')
      form.append('file', file, name ?? 'pasted.txt')
      return api('POST /organisations/:organisation/company-list-file', {
        params: { organisation },
        body: form,
      } as never)
    },
    onSuccess: (answer) => {
      setDone(null)
      setRead(answer)
    },
  })
  return (
    <>
      <PageHeader
        title={t('company-list:title')}
        description={t('company-list:text')}
        trail={[{ label: t('companies:title'), to: paths.companies(organisation) }]}
      />
      {done && (
        <div role="status">
          <EmptyState
            title={t('company-list:done.title')}
            text={t('company-list:done.text', {
              companies: done.companies,
              known: done.known,
              positions: done.positions,
              same: done.same,
            })}
            action={
              <Button component={Link} to={paths.companies(organisation)}>
                {t('company-list:done.action')}
              </Button>
            }
          />
        </div>
      )}
      {!read && !done && (
        <ListFile
          busy={bring.isPending}
          problem={bring.error}
          onBring={(file, name) => bring.mutate({ file, name })}
        />
      )}
      {read && (
        <ListRows
          organisation={organisation}
          list={read}
          onGiveUp={() => setRead(null)}
          onDone={(answer) => {
            setRead(null)
            setDone(answer)
            void refresh(client, [
              'GET /organisations/:organisation/companies',
              'GET /organisations/:organisation/positions',
              'GET /organisations/:organisation/company-towns',
            ])
          }}
        />
      )}
    </>
  )
}
