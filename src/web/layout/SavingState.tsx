import { useTranslation } from 'react-i18next'
import { useOnline } from './use-online.ts'
import classes from './SavingState.module.css'

export type Saving = 'saved' | 'saving' | 'unsaved' | 'failed'

/** Says in words whether what one typed is safe. */
export function SavingState({ state }: { state: Saving }) {
  const { t } = useTranslation('web')
  const online = useOnline()
  const shown = !online && state !== 'saved' ? 'offline' : state
  return (
    <span role="status" className={classes.state} data-state={shown}>
      {t(`web:saving.${shown}`)}
    </span>
  )
}
