interface Objective {
  key: string
  text: string
}

/**
 * Lines as objectives. A line that stands there already keeps its key, wherever it stands now; one that was reworded takes the key that is free
 * at its place, so that targets go on serving it; a new one gets a key of its own.
 */
export function objectivesOf(text: string, before: readonly Objective[]): Objective[] {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
  const keyOf = new Map(before.map((one) => [one.text, one.key]))
  const free = new Set(before.filter((one) => !lines.includes(one.text)).map(({ key }) => key))
  let number = before.length
  return lines.map((line, at) => {
    const known = keyOf.get(line)
    if (known !== undefined) return { key: known, text: line }
    const there = before[at]?.key
    if (there !== undefined && free.delete(there)) return { key: there, text: line }
    do number += 1
    while (before.some(({ key }) => key === `objective-${number}`))
    return { key: `objective-${number}`, text: line }
  })
}
