import { Alert, Anchor, Button, Checkbox, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import classes from './PartsPage.module.css'

/** What is pressed and filled in. */
export function ActionParts() {
  const { t } = useTranslation(['showcase', 'web'])
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Section title={t('showcase:buttons')}>
        <div className={classes.row}>
          <Button>{t('showcase:main')}</Button>
          <Button variant="default">{t('showcase:other')}</Button>
          <Button variant="subtle">{t('showcase:quiet')}</Button>
          <Button color="red" onClick={() => setAsking(true)}>
            {t('showcase:harm')}
          </Button>
          <Button loading>{t('web:action.save')}</Button>
          <ReasonButton whyNot={t('showcase:whyNot')} onClick={() => undefined}>
            {t('showcase:notNow')}
          </ReasonButton>
          <Anchor href="#main">{t('showcase:link')}</Anchor>
        </div>
        <ConfirmDialog
          opened={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => setAsking(false)}
          title={t('showcase:harm')}
          confirm={t('showcase:harm')}
          danger
        >
          {t('showcase:harmText')}
        </ConfirmDialog>
      </Section>
      <Section title={t('showcase:fields')}>
        <div className={classes.form}>
          <TextInput label={t('showcase:name')} description={t('showcase:nameText')} required />
          <TextInput label={t('showcase:name')} error={t('showcase:nameWrong')} defaultValue="?" />
          <TextInput label={t('showcase:name')} disabled />
          <Textarea label={t('showcase:reason')} autosize minRows={2} />
          <Checkbox label={t('showcase:agree')} defaultChecked />
          <Switch label={t('showcase:remind')} />
          <Alert title={t('showcase:note')}>{t('showcase:noteText')}</Alert>
        </div>
      </Section>
    </>
  )
}
