import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { distanceBetween } from '#modules/places/places.actions.ts'
import type { Report } from './measure.ts'

const pairs = 100_000

/** 100,000 pairs of different towns, the reading of the list included. */
export async function runAlone(report: Report): Promise<void> {
  const file = join(import.meta.dirname, '../src/modules/places/towns/towns.tsv')
  const towns = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [country = '', name = ''] = line.split('\t')
      return { country, city: name }
    })
  const started = performance.now()
  let clear = 0
  for (let at = 0; at < pairs; at++) {
    const [from, to] = [towns[(at * 7919) % towns.length], towns[(at * 104_729 + 13) % towns.length]]
    if (from && to && 'km' in distanceBetween(from, to)) clear += 1
  }
  report({
    name: `distances of ${pairs.toLocaleString('en')} pairs (${clear.toLocaleString('en')} clear)`,
    value: (performance.now() - started) / 1000,
    unit: 's',
    n: pairs,
  })
}
