import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiForm } from '#web/api/use-api-form.ts'
import { FormDialog } from '#web/layout/FormDialog.tsx'
import { toast } from '#web/layout/toast.ts'

export interface AccountValues {
  holder: string
  iban: string
  bic: string
  holderKind: 'self' | 'guardian' | 'other'
  [field: string]: unknown
}

interface AccountFormProps {
  title: string
  known: {
    holder: string
    iban: string
    bic: string | null
    holderKind?: AccountValues['holderKind']
    version: number
  } | null
  /** Whether it is a person's, who may have it paid to a guardian. */
  ofPerson: boolean
  send: (values: {
    holder: string
    iban: string
    bic: string | null
    holderKind: AccountValues['holderKind']
    version: number
  }) => Promise<unknown>
  onClose: () => void
  onDone: () => void
}

/** Holder and IBAN; the server checks the number and says what is wrong with it. */
export default function AccountForm({ title, known, ofPerson, send, onClose, onDone }: AccountFormProps) {
  const { t } = useTranslation('payments')
  const [version] = useState(known?.version ?? 0)
  const form = useApiForm<AccountValues>({
    initialValues: {
      holder: known?.holder ?? '',
      // A masked number is no number to send back.
      iban: known && !known.iban.includes('·') ? known.iban : '',
      bic: known?.bic ?? '',
      holderKind: known?.holderKind ?? 'self',
    },
    send: ({ holder, iban, bic, holderKind }) =>
      send({ holder, iban, bic: bic.trim() || null, holderKind, version }),
    onDone: () => {
      toast(t('payments:account.saved'))
      onDone()
      onClose()
    },
  })
  const { getInputProps } = form.form
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      submit={form.submit}
      sending={form.sending}
      problem={form.problem}
    >
      {ofPerson && (
        <Select
          label={t('payments:account.holderKind')}
          data={(['self', 'guardian', 'other'] as const).map((value) => ({
            value,
            label: t(`payments:account.kind.${value}`),
          }))}
          allowDeselect={false}
          {...getInputProps('holderKind')}
        />
      )}
      <TextInput
        label={t('payments:account.holder')}
        required
        autoComplete="off"
        {...getInputProps('holder')}
      />
      <TextInput
        label={t('payments:account.iban')}
        required
        autoComplete="off"
        spellCheck={false}
        {...getInputProps('iban')}
      />
      <TextInput label={t('payments:account.bic')} autoComplete="off" {...getInputProps('bic')} />
    </FormDialog>
  )
}
