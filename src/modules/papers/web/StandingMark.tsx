import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconEye,
  IconHelpCircle,
  IconMinus,
  IconProgress,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Standing } from '../standing.rules.ts'
import { groupOf } from '../summary.rules.ts'
import classes from './papers.module.css'

const icons = {
  'not-needed': IconMinus,
  fine: IconCircleCheck,
  'to-check': IconEye,
  begun: IconProgress,
  unknown: IconHelpCircle,
  incomplete: IconAlertTriangle,
  'starts-late': IconClockExclamation,
  'runs-out': IconClockExclamation,
  expired: IconClockExclamation,
  'sent-back': IconArrowBackUp,
  missing: IconCircleDashed,
} satisfies Record<Standing, unknown>

/** How a paper stands: a shape and a word. */
export function StandingMark({ standing, shortBy }: { standing: Standing; shortBy: number | null }) {
  const { t } = useTranslation('papers')
  const Icon = icons[standing]
  const group = groupOf(standing) ?? (standing === 'not-needed' ? 'none' : 'right')
  return (
    <span className={classes.mark} data-group={group}>
      <Icon size={18} aria-hidden />
      {standing === 'runs-out' && shortBy !== null
        ? t('papers:standing.short', { count: shortBy })
        : t(`papers:standing.${standing}`)}
    </span>
  )
}
