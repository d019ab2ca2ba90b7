/** A line of a text that may be somebody's name. */
export interface NameLine {
  /** 1-based line. */
  row: number
  name: string
}

const label =
  /^(?:passengers?|travell?ers?|pasajer[oa]s?|passagiere?|reisende|passeggeri|voyageurs?|passagers?)\s*:\s*/i
const bullet = /^(?:\d{1,3}[.)]|[-–•*])\s*/
/** Two to five words that begin with a capital, as names on a ticket do: "Rossi, Anna", "ROSSI/ANNA MRS", "de la Cruz, José". */
const likeName =
  /^(?=.{3,60}$)(?:\p{Ll}{1,3}[ '’])*\p{Lu}[\p{L}'’.-]*(?:(?:,? |\/)(?:\p{Ll}{1,3}[ '’])*\p{Lu}[\p{L}'’.-]*){1,4}$/u

/** The lines of an itinerary that may be names of those who travel; whether they are is for whoever knows the people. */
export function nameLines(text: string): NameLine[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const name = line.trim().replace(label, '').replace(bullet, '').trim()
    return likeName.test(name) ? [{ row: at + 1, name }] : []
  })
}

/**
 * Which of these lines are names: those that mean somebody known, and what stands with them without a line between, which may be somebody who
 * is not known. Without anybody known there are none: prose begins with capitals too.
 */
export function namesAmong<Line extends NameLine>(
  lines: readonly Line[],
  isKnown: (line: Line) => boolean,
): Line[] {
  const blocks: Line[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (last && line.row === (last.at(-1)?.row ?? 0) + 1) last.push(line)
    else blocks.push([line])
  }
  return blocks.filter((block) => block.some(isKnown)).flat()
}
