import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './participant.module.css'

interface WithdrawalFormProps {
  sending: boolean
  onBack: () => void
  onSend: (reason: string) => void
}

/** Saying no needs its reason; loaded for the few who do. */
export default function WithdrawalForm({ sending, onBack, onSend }: WithdrawalFormProps) {
  const { t } = useTranslation('participant')
  const [reason, setReason] = useState('')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) onSend(reason)
      }}
    >
      <Textarea
        size="lg"
        label={t('participant:withdraw.reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="lg" type="submit" color="red" loading={sending} disabled={!reason.trim()}>
        {t('participant:withdraw.confirm')}
      </Button>
      <Button size="lg" variant="default" onClick={onBack}>
        {t('participant:withdraw.back')}
      </Button>
    </form>
  )
}
