import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { languages } from '#shared/languages.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import type { Grant } from './grant-answers.ts'
import { GrantLines } from './GrantLines.tsx'
import { useDistanceWords } from './use-distance-words.ts'
import classes from './grants.module.css'

/** A grant on one page for the participant, in the language chosen. */
export default function ExplanationPage() {
  const { organisation = '', mobility = '' } = useParams()
  const { t, i18n } = useTranslation('grants')
  const [language, setLanguage] = useState(i18n.language)
  const read = useApi('GET /organisations/:organisation/mobilities/:mobility/grant', {
    params: { organisation, mobility },
  })
  const [spoken, setSpoken] = useState(i18n)
  const choose = async (code: string): Promise<void> => {
    setLanguage(code)
    const other = i18n.cloneInstance({ lng: code })
    await other.changeLanguage(code)
    await other.loadNamespaces(['grants', 'projects', 'mobilities'])
    setSpoken(other)
  }
  return (
    <>
      <div className={classes.noprint}>
        <PageHeader
          title={t('grants:explanation')}
          trail={[{ label: read.data?.participant ?? '', to: paths.mobility(organisation, mobility) }]}
          actions={
            <>
              <Select
                aria-label={t('grants:language')}
                data={languages.map(({ code, name }) => ({ value: code, label: name }))}
                allowDeselect={false}
                value={language}
                onChange={(code) => code && void choose(code)}
              />
              <Button onClick={() => window.print()}>{t('grants:print')}</Button>
            </>
          }
        />
      </div>
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.isPending && <SkeletonRows rows={6} />}
      {read.data && (
        <I18nextProvider i18n={spoken}>
          <Paper grant={read.data} language={language} />
        </I18nextProvider>
      )}
    </>
  )
}

function Paper({ grant, language }: { grant: Grant; language: string }) {
  const { t } = useTranslation('grants')
  const format = useFormat()
  const distance = useDistanceWords()
  return (
    <article className={classes.paper} lang={language}>
      <h2>{t('grants:explanationTitle')}</h2>
      <p>
        <strong>{grant.participant}</strong>
      </p>
      <p className={classes.quiet}>{t('grants:explanationText')}</p>
      <p className={classes.distance}>
        {t('grants:distance.title')}
        {': '}
        {distance(grant)}
      </p>
      <GrantLines grant={grant} open />
      {grant.pack && (
        <p className={classes.quiet}>
          {t('grants:byPack', { name: grant.pack.name, version: format.number(grant.pack.version) })}
        </p>
      )}
    </article>
  )
}
