import type { LineModel } from '../../line.rules.ts'

export interface LineProps {
  line: LineModel
  /** Tasks' words by their key; a station without one says whose it is. */
  titles: Map<string, string>
}
