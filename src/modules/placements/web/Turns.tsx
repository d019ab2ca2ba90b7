import { useTranslation } from 'react-i18next'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { When } from '#web/i18n/When.tsx'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import classes from './placements.module.css'

/** Who is waited for, and since when. */
export function Turns({ turns, since }: { turns: readonly PartyRole[]; since: string }) {
  const { t } = useTranslation('placements')
  if (turns.length === 0) return <span className={classes.quiet}>{t('placements:nobody')}</span>
  return (
    <span className={classes.turns}>
      {turns.map((role) => (
        <ActorMark key={role} role={role} />
      ))}
      <span className={classes.quiet}>
        <When day={since.slice(0, 10)} />
      </span>
    </span>
  )
}
