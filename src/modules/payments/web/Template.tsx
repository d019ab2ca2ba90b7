import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { useDueWords } from '#modules/tasks/web/task-words.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import { useGateWords } from './Instalments.tsx'

const TemplateDialog = lazy(() => import('./TemplateDialog.tsx'))

/** How the grants of a project are cut into instalments, and what each is gated by. */
export function Template({ organisation, project }: { organisation: string; project: string }) {
  const { t } = useTranslation(['payments', 'tasks'])
  const may = useMay()
  const format = useFormat()
  const due = useDueWords()
  const words = useGateWords()
  const [editing, setEditing] = useState(false)
  const { data } = useApi('GET /organisations/:organisation/projects/:project/instalments', {
    params: { organisation, project },
  })
  return (
    <Section
      title={t('payments:template.title')}
      actions={
        may('money.edit') &&
        data && (
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {t('payments:template.edit')}
          </Button>
        )
      }
    >
      {data && !data.own && <p className={tables.quiet}>{t('payments:template.usual')}</p>}
      <ol>
        {data?.instalments.map(({ key, percent, anchor, offsetDays, gates }) => (
          <li key={key}>
            {t('payments:template.line', { percent: format.number(percent), when: due(anchor, offsetDays) })}
            {gates.length > 0 && `, ${t('payments:template.gates', { list: format.list(gates.map(words)) })}`}
          </li>
        ))}
      </ol>
      <Suspense>
        {editing && data && (
          <TemplateDialog
            {...{ organisation, project }}
            steps={data.instalments}
            version={data.version}
            onClose={() => setEditing(false)}
          />
        )}
      </Suspense>
    </Section>
  )
}
