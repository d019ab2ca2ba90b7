import { useTranslation } from 'react-i18next'

interface Named {
  key: string
  title: string | null
}

/** A task's own words, else those of the shipped task. */
export function useTaskTitle(): (task: Named) => string {
  const { t } = useTranslation('tasks')
  return ({ key, title }) => title ?? t(`tasks:task.${key}.title`, { defaultValue: key })
}

/** How far from departure or return a task is due, in words. */
export function useDueWords(): (anchor: 'departure' | 'return', offsetDays: number) => string {
  const { t } = useTranslation('tasks')
  return (anchor, offsetDays) => {
    if (offsetDays === 0) return t(`tasks:due.${anchor}-on`)
    const side = offsetDays < 0 ? 'before' : 'after'
    return t(`tasks:due.${anchor}-${side}`, { count: Math.abs(offsetDays) })
  }
}
