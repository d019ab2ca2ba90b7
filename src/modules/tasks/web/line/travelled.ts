import type { LineModel } from '../../line.rules.ts'

/** How far the line is drawn as passed: to today, else to the last landmark that is behind. */
export function travelled({ today, stations }: LineModel): number {
  if (today !== undefined) return today
  return Math.max(
    0,
    ...stations.filter(({ kind, look }) => kind !== 'task' && look === 'done').map(({ at }) => at),
  )
}
