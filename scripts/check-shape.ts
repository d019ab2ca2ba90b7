import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Keeps files small (STYLE.md): median ≤ 80 lines, none above 400 but generated ones; no leftovers in the source. */
const generated = new Set(['src/server/database/schema.ts'])
const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'test', 'bench', 'scripts'],
  { encoding: 'utf8' },
)
const files = tracked.split('\n').filter((name) => /\.(ts|tsx|css|mjs)$/.test(name) && !generated.has(name))
const sources = files.filter((name) => name.startsWith('src/') && !/\.test\.tsx?$/.test(name))

const lines = new Map(files.map((name) => [name, readFileSync(name, 'utf8').split('\n').length - 1]))
const sorted = sources.map((name) => lines.get(name) ?? 0).sort((a, b) => a - b)
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
console.log(`${sources.length} source files: median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${at(1)}`)

const problems: string[] = []
if (at(0.5) > 80) problems.push(`The median source file has ${at(0.5)} lines; keep it at 80 or less.`)
for (const name of sources)
  if ((lines.get(name) ?? 0) > 400) problems.push(`${name} has ${lines.get(name)} lines; 400 at most.`)
const leftovers = /\b(?:TO[D]O|FIX[M]E|HA[C]K)\b/
const focused = /\b(it|test|describe)\.(skip|only|todo)\b/
for (const name of files) {
  const text = readFileSync(name, 'utf8')
  if (leftovers.test(text)) problems.push(`${name} holds an unfinished mark.`)
  if (name !== 'scripts/check-shape.ts' && focused.test(text))
    problems.push(`${name} skips or focuses a test.`)
}
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
