import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { derivedFor, missingFor } from '../shown-import.rules.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { ColumnOptions } from './ColumnOptions.tsx'
import classes from './exchange.module.css'
import { useFieldName } from './remark-words.ts'
import { importReads, type ImportRecord } from './use-import.ts'

export type Mapping = ImportRecord['mapping']
export type Options = ImportRecord['options']

const names = ['participant.givenName', 'participant.familyName', 'participant.fullName'] as const

/** Which column is what: the guess with samples beside it, what is worked out, and the choices that go with it. */
export function ColumnsStep({ organisation, record }: { organisation: string; record: ImportRecord }) {
  const { t } = useTranslation('exchange')
  const [mapping, setMapping] = useState<Mapping>(record.mapping)
  const [options, setOptions] = useState<Options>(record.options)
  const save = useApiMutation('PUT /organisations/:organisation/imports/:import/columns', {
    invalidates: importReads,
  })
  const missing = missingFor(mapping, options.nameless)
  const fieldName = useFieldName()
  const whyNot =
    record.state === 'importing'
      ? t('exchange:whyNot.running')
      : missing.length > 0
        ? t('exchange:columns.missing', { fields: missing.map(fieldName).join(', ') })
        : null
  const unnamed = names.every((name) => mapping[name] === undefined)
  return (
    <Section title={t('exchange:step.columns')}>
      {record.remembered && <p className={classes.quiet}>{t('exchange:columns.rememberedText')}</p>}
      <ColumnTable record={record} mapping={mapping} onChange={setMapping} />
      <Derived mapping={mapping} />
      <ColumnOptions
        organisation={organisation}
        record={record}
        options={options}
        unnamed={unnamed}
        onChange={(change) => setOptions({ ...options, ...change })}
      />
      <p role="status" className={classes.quiet}>
        {missing.length > 0 && whyNot}
      </p>
      <ReasonButton
        variant={record.state === 'uploaded' ? 'filled' : 'default'}
        whyNot={whyNot}
        loading={save.isPending}
        onClick={() =>
          save.mutate({ params: { organisation, import: record.id }, body: { mapping, options } })
        }
      >
        {t(record.state === 'uploaded' ? 'exchange:columns.check' : 'exchange:columns.checkAgain')}
      </ReasonButton>
      <p className={classes.quiet}>{t('exchange:columns.saved')}</p>
      <ProblemNote problem={save.error} />
    </Section>
  )
}

/** What will be worked out rather than read, said before it happens. */
function Derived({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation('exchange')
  const derived = derivedFor(mapping)
  if (derived.length === 0) return null
  return (
    <div className={classes.told}>
      <p className={classes.toldTitle}>{t('exchange:columns.derivedTitle')}</p>
      <ul>
        {derived.map((one) => (
          <li key={one}>{t(`exchange:columns.derived.${one}`)}</li>
        ))}
      </ul>
    </div>
  )
}
