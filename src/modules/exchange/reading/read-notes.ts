import { readLimits, type ReadNote, type ReadNoteCode } from './table-read.rules.ts'

/** Collects notes; a code that repeats for ever is counted rather than listed. */
export class ReadNotes {
  readonly #notes: ReadNote[] = []
  readonly #counts = new Map<ReadNoteCode, number>()

  add(code: ReadNoteCode, place: { row?: number; column?: number } = {}, values?: ReadNote['values']): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= readLimits.notesOfACode) this.#notes.push({ code, ...place, ...(values && { values }) })
  }

  /** All notes kept, then one for each code that had more. */
  all(): ReadNote[] {
    const more = [...this.#counts].filter(([, count]) => count > readLimits.notesOfACode)
    return [
      ...this.#notes,
      ...more.map(([code, count]) => ({
        code: 'more-notes' as const,
        values: { code, count: count - readLimits.notesOfACode },
      })),
    ]
  }
}
