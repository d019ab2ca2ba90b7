import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import { statusTabs } from './status-tabs.ts'
import type { Counts } from './use-counts.ts'
import classes from './list.module.css'

interface StatusTabsProps {
  counts: Counts | undefined
  chosen: readonly string[]
  /** The one status to show; null for all. */
  onChange: (status: string | null) => void
}

/** How many mobilities stand where, and one press to see only those. */
export function StatusTabs({ counts, chosen, onChange }: StatusTabsProps) {
  const { t } = useTranslation(['mobilities-list', 'mobilities'])
  const tabs = statusTabs(counts?.status ?? [], chosen)
  const all = tabs.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={classes.tabs} role="group" aria-label={t('mobilities-list:tabs.label')}>
      <Tab
        label={t('mobilities-list:tabs.all')}
        count={counts && all}
        pressed={chosen.length === 0}
        onPress={() => onChange(null)}
      />
      {tabs.map(({ status, count }) => (
        <Tab
          key={status}
          label={t(`mobilities:status.${status}`, { defaultValue: status })}
          count={count}
          pressed={chosen.includes(status)}
          onPress={() => onChange(chosen.length === 1 && chosen[0] === status ? null : status)}
        />
      ))}
    </div>
  )
}

function Tab({
  label,
  count,
  pressed,
  onPress,
}: {
  label: string
  count: number | undefined
  pressed: boolean
  onPress: () => void
}) {
  const format = useFormat()
  return (
    <button type="button" className={classes.tab} aria-pressed={pressed} onClick={onPress}>
      {label} <span className={classes.tabCount}>{count !== undefined && format.number(count)}</span>
    </button>
  )
}
