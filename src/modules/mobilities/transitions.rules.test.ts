import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { transitions, type Transition } from './transitions.rules.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/lifecycles.md'), 'utf8')

/** The arrows under a heading of docs/lifecycles.md, as `from to`, without start and end points. */
function arrowsUnder(heading: string): string[] {
  const section = page.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^ *([a-z_]+) --> ([a-z_]+)/gm)]
    .map(([, from, to]) => `${from} ${to}`.replaceAll('_', '-'))
    .sort()
}

const drawn = (wanted: (t: Transition) => boolean) =>
  transitions
    .filter(wanted)
    .map((t) => `${t.from} ${t.to}`)
    .sort()

describe('docs/lifecycles.md and the table of transitions', () => {
  it('agree on the way forward and the ends', () => {
    expect(arrowsUnder('Mobility')).toEqual(drawn((t) => t.kind !== 'back'))
  })

  it('agree on the corrections', () => {
    expect(arrowsUnder('Corrections of a mobility')).toEqual(drawn((t) => t.kind === 'back'))
  })
})
