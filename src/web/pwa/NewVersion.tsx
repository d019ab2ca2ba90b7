import { Button } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { newVersion } from './service-worker.ts'
import classes from './NewVersion.module.css'

/** Says quietly that a newer SoftMob is there; nobody is thrown out of a half-written form. */
export function NewVersion() {
  const { t } = useTranslation('web')
  const waits = useSyncExternalStore(newVersion.subscribe, newVersion.waits)
  const [later, setLater] = useState(false)
  const shown = waits && !later
  return (
    <div role="status" className={classes.place}>
      {shown && (
        <div className={classes.note}>
          <span>{t('web:version.new')}</span>
          <Button size="xs" onClick={() => window.location.reload()}>
            {t('web:version.reload')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => setLater(true)}>
            {t('web:version.later')}
          </Button>
        </div>
      )}
    </div>
  )
}
