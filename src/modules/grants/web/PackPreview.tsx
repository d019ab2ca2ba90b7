import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { PackChoice, PackDifference } from './grant-answers.ts'
import classes from './grants.module.css'

interface PackPreviewProps {
  organisation: string
  project: string
  choice: PackChoice
  preview: PackDifference
  onBack: () => void
  onDone: () => void
}

/** What a pack would change, mobility by mobility, and the button that adopts it. */
export function PackPreview({ organisation, project, choice, preview, onBack, onDone }: PackPreviewProps) {
  const { t } = useTranslation(['grants', 'web'])
  const format = useFormat()
  const adopt = useApiMutation('PUT /organisations/:organisation/projects/:project/pack', {
    invalidates: [
      'GET /organisations/:organisation/projects/:project/pack',
      'GET /organisations/:organisation/projects/:project',
      'GET /organisations/:organisation/mobilities/:mobility/grant',
    ],
    onDone: () => {
      toast(t('grants:pack.adopted'))
      onDone()
    },
  })
  const money = (amount: number | null) =>
    amount === null ? <span className={classes.unknown}>{t('grants:notKnown')}</span> : format.money(amount)
  return (
    <>
      <p role="status">
        {preview.changed === 0
          ? t('grants:pack.previewNone')
          : t('grants:pack.previewText', {
              mobilities: format.number(preview.mobilities),
              changed: format.number(preview.changed),
              before: format.money(preview.before),
              after: format.money(preview.after),
            })}
      </p>
      {preview.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {preview.warnings.map((warning) => (
            <li key={`${warning.path} ${warning.key}`}>
              {t(`grants:mistake.${warning.key}`, { ...warning.values, defaultValue: warning.path })}
            </li>
          ))}
        </ul>
      )}
      {preview.rows.length > 0 && (
        <div
          role="region"
          className={tables.scroll}
          style={{ maxHeight: 320 }}
          aria-label={t('grants:pack.previewTitle')}
          // A keyboard scrolls what has the focus.
          tabIndex={0}
        >
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{t('grants:pack.participant')}</th>
                <th scope="col" className={tables.number}>
                  {t('grants:pack.before')}
                </th>
                <th scope="col" className={tables.number}>
                  {t('grants:pack.after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.participant}</td>
                  <td className={tables.number}>{money(row.before)}</td>
                  <td className={tables.number}>{money(row.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ProblemNote problem={adopt.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onBack}>
          {t('web:action.back')}
        </Button>
        <Button
          loading={adopt.isPending}
          onClick={() => adopt.mutate({ params: { organisation, project }, body: choice })}
        >
          {t('grants:pack.adopt')}
        </Button>
      </Group>
    </>
  )
}
