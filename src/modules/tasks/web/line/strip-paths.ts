import { actorOf, type Actor } from '#web/parts/actors.ts'
import { shapePath } from '#web/parts/shapes.ts'
import type { LineModel, Station } from '../../line.rules.ts'
import type { TaskLook } from '../../task.rules.ts'
import { isBig } from './station-words.ts'

export const stripWidth = 120
export const stripHeight = 24

export interface StripPath {
  key: string
  actor: Actor | 'nobody'
  look: TaskLook
  path: string
}

/** Stations of the same owner and look as one path: a grid of a hundred rows stays quick. Landmarks come last, on top. */
export function pathsOf({ stations }: LineModel): StripPath[] {
  const paths = new Map<string, StripPath>()
  const inOrder = [...stations.filter(isTask), ...stations.filter((station) => !isTask(station))]
  for (const station of inOrder) {
    const actor = station.owner ? actorOf(station.owner) : 'nobody'
    const key = `${actor} ${station.look}`
    const before = paths.get(key)
    paths.set(key, { key, actor, look: station.look, path: `${before?.path ?? ''}${outline(station)}` })
  }
  return [...paths.values()]
}

function outline(station: Station): string {
  const x = Math.round((4 + station.at * (stripWidth - 8)) * 10) / 10
  const y = stripHeight / 2
  if (!station.owner) return shapePath('sending', x, y, isBig(station) ? 5 : 2.5)
  const shape = shapePath(actorOf(station.owner), x, y, sizes[station.look])
  // Late ones are marked above the line: at this size a sign inside could not be read.
  return station.look === 'late' ? `${shape}M${x} 2v4.5` : shape
}

const sizes: Record<TaskLook, number> = {
  done: 2.6,
  waived: 1.6,
  blocked: 2.4,
  late: 3.6,
  due: 3.6,
  later: 2.2,
}
const isTask = ({ kind }: Station): boolean => kind === 'task'
