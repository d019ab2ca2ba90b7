import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { ruleReads } from './paper-answers.ts'
import VisaRuleDialog from './VisaRuleDialog.tsx'
import classes from './papers.module.css'

/** Who needs a visa where, as colleagues found out: with the source, who entered it and when. */
export function VisaRules({ organisation }: { organisation: string }) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const may = useMay()
  const rules = useApi('GET /organisations/:organisation/visa-rules', { params: { organisation } })
  const [editing, setEditing] = useState<Parameters<typeof VisaRuleDialog>[0]['known'] | null>(null)
  const set = useApiMutation('PUT /organisations/:organisation/visa-rules', { invalidates: ruleReads })
  const whyNot = may('papers.edit') ? null : t('papers:editorsOnly')
  const items = rules.data?.items ?? []
  return (
    <Section
      title={t('papers:visa.rules')}
      actions={
        <ReasonButton size="xs" whyNot={whyNot} onClick={() => setEditing({ nationality: '', country: '' })}>
          {t('papers:visa.add')}
        </ReasonButton>
      }
    >
      <p className={classes.text}>{t('papers:visa.text')}</p>
      <ProblemNote problem={rules.error ?? set.error} />
      {items.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('papers:visa.nationality')}</th>
                <th scope="col">{t('papers:visa.country')}</th>
                <th scope="col">{t('papers:visa.need')}</th>
                <th scope="col">{t('papers:visa.source')}</th>
                <th scope="col">{t('papers:visa.entered')}</th>
                <th scope="col">{t('papers:column.action')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((rule) => (
                <tr key={`${rule.nationality}${rule.country}`}>
                  <td>{format.country(rule.nationality)}</td>
                  <td>{format.country(rule.country)}</td>
                  <td>
                    {rule.freeDays === null
                      ? t('papers:visa.never')
                      : rule.freeDays === 0
                        ? t('papers:visa.always')
                        : t('papers:visa.longerThan', { count: rule.freeDays })}
                  </td>
                  <td>{rule.source}</td>
                  <td>
                    {rule.enteredBy} · {format.date(rule.enteredOn)}
                  </td>
                  <td>
                    <ReasonButton
                      size="compact-sm"
                      variant="default"
                      whyNot={whyNot}
                      onClick={() => setEditing(rule)}
                    >
                      {t('papers:action.change')}
                    </ReasonButton>
                    <ReasonButton
                      size="compact-sm"
                      variant="subtle"
                      whyNot={whyNot}
                      onClick={() =>
                        set.mutate({
                          params: { organisation },
                          body: { nationality: rule.nationality, country: rule.country, rule: null },
                        })
                      }
                    >
                      {t('papers:policy.drop')}
                    </ReasonButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <VisaRuleDialog organisation={organisation} known={editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  )
}
