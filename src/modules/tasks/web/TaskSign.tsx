import { useTranslation } from 'react-i18next'
import type { PartyRole } from '#modules/mobilities/party-roles.rules.ts'
import type { TaskLook } from '../task.rules.ts'
import { actorOf } from '#web/parts/actors.ts'
import { Sign } from '#web/parts/Sign.tsx'
import classes from './TaskSign.module.css'

/** A task as a station of the line: the shape says whose it is, its filling how it stands; both in words as well. */
export function TaskSign({ owner, look }: { owner: PartyRole; look: TaskLook }) {
  const { t } = useTranslation(['tasks', 'mobilities'])
  const words = `${t(`mobilities:partyRole.${owner}`)}: ${t(`tasks:look.${look}`)}`
  return (
    <svg className={classes.sign} viewBox="0 0 24 24" role="img" aria-label={words}>
      <title>{words}</title>
      <Sign actor={actorOf(owner)} look={look} x={12} y={12} radius={6} />
    </svg>
  )
}
