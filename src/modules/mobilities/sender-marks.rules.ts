/** How many colours there are; each colour comes with as many patterns as it needs. */
export const tones = 8

/** How a sender is told from the others on a board: letters first, then a colour with a pattern. */
export interface SenderMark {
  id: string
  short: string
  tone: number
  pattern: number
}

const small = new Set([
  'a',
  'and',
  'da',
  'de',
  'del',
  'der',
  'di',
  'du',
  'e',
  'et',
  'für',
  'la',
  'le',
  'of',
  'the',
  'und',
  'y',
])

/** Marks for senders; each has letters of its own, and no two share both colour and pattern. A sender keeps its mark while the others stay. */
export function senderMarks(senders: readonly { id: string; name: string }[]): SenderMark[] {
  const taken = new Set<string>()
  const combinations = new Set<number>()
  return senders
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name }) => {
      let combination = letterSum(id) % tones
      while (combinations.has(combination)) combination++
      combinations.add(combination)
      const short = shortOf(name, taken)
      taken.add(short)
      return { id, short, tone: combination % tones, pattern: Math.floor(combination / tones) }
    })
}

/** The initials of a name, two or three letters, with a number where another one has them already. */
function shortOf(name: string, taken: ReadonlySet<string>): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const great = words.filter((word) => !small.has(word.toLowerCase()))
  const initials = (great.length > 0 ? great : words).map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
  const two =
    initials.length > 1
      ? initials.slice(0, 2).join('')
      : Array.from(great[0] ?? '?')
          .slice(0, 2)
          .join('')
          .toUpperCase()
  const wishes = [two, initials.slice(0, 3).join('')]
  const free = wishes.find((wish) => wish !== '' && !taken.has(wish))
  if (free) return free
  let number = 2
  while (taken.has(`${two}${number}`)) number++
  return `${two}${number}`
}

const letterSum = (text: string): number =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
