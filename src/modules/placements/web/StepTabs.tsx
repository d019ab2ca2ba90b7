import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/formatters.ts'
import tabs from '#modules/mobilities/web/list/list.module.css'
import { groupNames, type StepGroup } from '../placement-steps.rules.ts'

interface StepTabsProps {
  counts: Partial<Record<StepGroup, number>> | undefined
  chosen: StepGroup | undefined
  onChange: (group: StepGroup | null) => void
}

/** How many wait for whom, and one press to see only those. */
export function StepTabs({ counts, chosen, onChange }: StepTabsProps) {
  const { t } = useTranslation('placements')
  const format = useFormat()
  const all = counts && groupNames.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  return (
    <div className={tabs.tabs} role="group" aria-label={t('placements:tabs')}>
      {([null, ...groupNames] as const).map((name) => {
        const count = name === null ? all : counts?.[name]
        return (
          <button
            key={name ?? 'all'}
            type="button"
            className={tabs.tab}
            aria-pressed={name === null ? chosen === undefined : chosen === name}
            onClick={() => onChange(name)}
          >
            {t(`placements:group.${name ?? 'all'}`)}{' '}
            <span className={tabs.tabCount}>{count !== undefined && format.number(count)}</span>
          </button>
        )
      })}
    </div>
  )
}
