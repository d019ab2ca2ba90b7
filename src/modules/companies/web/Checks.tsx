import { Anchor, Select, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { useApiForm } from '#web/api/use-api-form.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { todayHere } from '#web/i18n/When.tsx'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { EvidenceInput, keepFor } from '#modules/files/web/EvidenceInput.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { companyReads, type Company } from './company-answers.ts'

type Check = Company['checks'][number]

/** What was checked at a company, with the proof and until when it holds. */
export function Checks({ organisation, company }: { organisation: string; company: Company }) {
  const { t } = useTranslation('companies')
  const format = useFormat()
  const may = useMay()
  const [checking, setChecking] = useState<Check | null>(null)
  const [walking, setWalking] = useState(false)
  const title = useCheckTitle()
  const whyNot = may('partners.manage') ? null : t('companies:coordinatorsOnly')
  const missing = missingOf(company.checks)
  const stop = (): void => {
    setChecking(null)
    setWalking(false)
  }
  return (
    <Section
      title={t('companies:checks.title')}
      actions={
        missing[0] && (
          <ReasonButton
            size="xs"
            variant="default"
            whyNot={whyNot}
            onClick={() => {
              setChecking(missing[0] ?? null)
              setWalking(true)
            }}
          >
            {t('companies:checks.writeDown')}
          </ReasonButton>
        )
      }
    >
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('companies:checks.what')}</th>
              <th scope="col">{t('companies:checks.standing')}</th>
              <th scope="col">{t('companies:checks.checkedOn')}</th>
              <th scope="col">{t('companies:checks.validUntil')}</th>
              <th scope="col">{t('companies:checks.proof')}</th>
              <th scope="col">
                <VisuallyHidden>{t('companies:checks.action')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {company.checks.map((check) => (
              <tr key={check.key}>
                <td>
                  {title(check)}
                  {check.required && (
                    <span className={tables.quiet}> · {t('companies:checks.required')}</span>
                  )}
                </td>
                <td>
                  <span className={isBad(check) ? tables.warn : undefined}>
                    {t(`companies:standing.${check.standing}`)}
                  </span>
                </td>
                <td>
                  {check.checkedOn && format.date(check.checkedOn)}
                  {check.checkedBy && <span className={tables.quiet}> · {check.checkedBy}</span>}
                </td>
                <td>{check.validUntil && format.date(check.validUntil)}</td>
                <td>
                  {check.fileId && (
                    <Anchor href={`/api/v1/organisations/${organisation}/files/${check.fileId}`} size="sm">
                      {t('companies:checks.proof')}
                    </Anchor>
                  )}
                  {check.note}
                </td>
                <td className={tables.number}>
                  <ReasonButton
                    size="xs"
                    variant="subtle"
                    aria-label={t('companies:checks.actionFor', { check: title(check) })}
                    whyNot={whyNot}
                    onClick={() => setChecking(check)}
                  >
                    {t('companies:checks.action')}
                  </ReasonButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {checking && (
        <CheckDialog
          key={checking.key}
          {...{ organisation, company, check: checking }}
          onClose={stop}
          onDone={() => {
            const next = walking
              ? missing[missing.findIndex(({ key }) => key === checking.key) + 1]
              : undefined
            if (next) setChecking(next)
            else stop()
          }}
        />
      )}
    </Section>
  )
}

/** Those that nobody has written down yet, the required ones first. */
const missingOf = (checks: readonly Check[]): Check[] =>
  checks
    .filter(({ standing }) => standing === 'missing')
    .toSorted((a, b) => Number(b.required) - Number(a.required))

const isBad = ({ required, standing }: Check): boolean =>
  standing === 'failed' || standing === 'expired' || (required && standing === 'missing')

export function useCheckTitle(): (check: Pick<Check, 'key' | 'title'>) => string {
  const { t } = useTranslation('companies')
  return ({ key, title }) => title ?? t(`companies:check.${key}`)
}

interface CheckDialogProps {
  organisation: string
  company: Company
  check: Check
  onClose: () => void
  onDone: () => void
}

function CheckDialog({ organisation, company, check, onClose, onDone }: CheckDialogProps) {
  const { t } = useTranslation('companies')
  const client = useQueryClient()
  const title = useCheckTitle()
  const [fileId, setFileId] = useState<string | null>(check.fileId)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: {
      state: 'passed' as 'passed' | 'failed' | 'not-needed',
      checkedOn: todayHere(),
      validUntil: '',
      note: check.note ?? '',
    },
    send: ({ state, checkedOn, validUntil, note }) =>
      api('PUT /organisations/:organisation/companies/:company/checks/:check', {
        params: { organisation, company: company.id, check: check.key },
        body: {
          check: {
            state,
            checkedOn,
            note: note.trim() || null,
            fileId,
            ...(validUntil ? { validUntil } : {}),
          },
        },
      }),
    onDone: () => {
      void refresh(client, companyReads)
      onDone()
    },
  })
  return (
    <FormDialog title={title(check)} {...{ onClose, submit, sending, problem }}>
      <Select
        label={t('companies:checks.standing')}
        allowDeselect={false}
        data-autofocus
        data={(['passed', 'failed', 'not-needed'] as const).map((value) => ({
          value,
          label: t(`companies:standing.${value}`),
        }))}
        {...form.getInputProps('state')}
      />
      <TextInput type="date" label={t('companies:checks.checkedOn')} {...form.getInputProps('checkedOn')} />
      <TextInput
        type="date"
        label={t('companies:checks.validUntil')}
        description={
          check.months === null
            ? t('companies:checks.noEnd')
            : t('companies:checks.usualMonths', { count: check.months })
        }
        {...form.getInputProps('validUntil')}
      />
      <Textarea label={t('companies:field.note')} autosize {...form.getInputProps('note')} />
      <EvidenceInput
        label={t('companies:checks.proof')}
        send={keepFor(organisation, 'company-check')}
        onKept={setFileId}
      />
    </FormDialog>
  )
}
