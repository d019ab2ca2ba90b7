import { useTranslation } from 'react-i18next'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import { actorOf } from './actors.ts'
import { Sign } from './Sign.tsx'
import classes from './ActorMark.module.css'

export interface ActorMarkProps {
  role: PartyRole
  /** Without the word, where it stands beside already or is too much; screen readers still hear it. */
  bare?: boolean
}

/** Who acts: the actor's shape in the actor's colour, and the word. */
export function ActorMark({ role, bare = false }: ActorMarkProps) {
  const { t } = useTranslation('mobilities')
  const word = t(`mobilities:partyRole.${role}`)
  const sign = <Sign actor={actorOf(role)} look="done" x={8} y={8} radius={5.5} />
  if (bare)
    return (
      <svg className={classes.picture} viewBox="0 0 16 16" role="img" aria-label={word}>
        <title>{word}</title>
        {sign}
      </svg>
    )
  return (
    <span className={classes.actor}>
      <svg className={classes.picture} viewBox="0 0 16 16" aria-hidden="true">
        {sign}
      </svg>
      {word}
    </span>
  )
}
