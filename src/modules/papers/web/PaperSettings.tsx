import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { paperKinds } from '../kinds.rules.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import classes from './papers.module.css'

/** What the organisation asks for: covers of an insurance, days an identity document lasts after the return, lead times. */
export function PaperSettings({ organisation }: { organisation: string }) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const may = useMay()
  const read = useApi('GET /organisations/:organisation/paper-settings', { params: { organisation } })
  const [editing, setEditing] = useState(false)
  const { data } = read
  const covers = (data?.covers ?? data?.usualCovers ?? []).map((key) =>
    t(`papers:cover.${key}`, { defaultValue: key }),
  )
  return (
    <Section
      title={t('papers:settings.title')}
      actions={
        data && (
          <ReasonButton
            size="xs"
            variant="default"
            whyNot={may('papers.edit') ? null : t('papers:editorsOnly')}
            onClick={() => setEditing(true)}
          >
            {t('papers:action.change')}
          </ReasonButton>
        )
      }
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {data && (
        <ul className={classes.papers}>
          <li className={classes.paper}>
            <h3 className={classes.title}>{t('papers:settings.covers')}</h3>
            <p className={classes.text}>{format.list(covers)}</p>
            {data.covers === null && <p className={classes.quiet}>{t('papers:unconfirmed')}</p>}
          </li>
          <li className={classes.paper}>
            <h3 className={classes.title}>{t('papers:settings.margins')}</h3>
            {data.identityMargins.length === 0 && (
              <p className={classes.text}>{t('papers:settings.noMargin')}</p>
            )}
            {data.identityMargins.map((one) => (
              <p key={one.country ?? ''} className={classes.text}>
                {t('papers:settings.margin', {
                  count: one.days,
                  country: one.country ? format.country(one.country) : t('papers:settings.everywhere'),
                })}{' '}
                <span className={classes.quiet}>{t('papers:source', { source: one.source })}</span>
              </p>
            ))}
          </li>
          <li className={classes.paper}>
            <h3 className={classes.title}>{t('papers:settings.weeks')}</h3>
            <p className={classes.text}>
              {paperKinds
                .map((kind) =>
                  t('papers:settings.week', {
                    paper: t(`papers:kind.${kind}`),
                    count: data.leadWeeks[kind] ?? data.usualWeeks[kind] ?? 0,
                  }),
                )
                .join(' · ')}
            </p>
          </li>
        </ul>
      )}
      {editing && data && (
        <SettingsDialog organisation={organisation} settings={data} onClose={() => setEditing(false)} />
      )}
    </Section>
  )
}
