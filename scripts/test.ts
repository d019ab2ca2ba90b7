import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm test`: everything that must hold, in the order that fails soonest. The last line counts what passed and failed. */
const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
const reports = mkdtempSync(join(tmpdir(), 'softmob-report-'))
const count = { passed: 0, failed: 0 }

/** One program that must end well; counts as one. */
function check(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  const started = performance.now()
  console.log(`\n── ${title}`)
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const good = run.status === 0
  console.log(
    `── ${title}: ${good ? 'good' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  count[good ? 'passed' : 'failed'] += 1
  return good
}

/** One vitest project; its tests are counted one by one. A project in which nothing ran has failed. */
function suite(
  title: string,
  project: string,
  { without, env = {} }: { without?: string; env?: Record<string, string> } = {},
): void {
  const report = join(reports, `${title.replaceAll(/\W+/g, '-')}.json`)
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(without ? ['--exclude', without] : []),
  ]
  const started = performance.now()
  console.log(`\n── ${title}`)
  const run = spawnSync(bin('vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const told = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as {
        numPassedTests: number
        numFailedTests: number
        numTotalTests: number
      })
    : null
  count.passed += told?.numPassedTests ?? 0
  const failed =
    (told?.numFailedTests ?? 0) +
    (told && told.numTotalTests === told.numPassedTests + told.numFailedTests ? 0 : 1)
  count.failed += run.status === 0 && told && told.numPassedTests > 0 ? failed : Math.max(1, failed)
  console.log(`── ${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

check('A browser for the journeys', process.execPath, ['scripts/ensure-chromium.ts'])
check('Types', bin('tsc'), ['--noEmit'])
check('Lint', bin('oxlint'), ['--deny-warnings'])
check('Format', bin('oxfmt'), ['--check'])
check('Sizes and shape of the source', process.execPath, ['scripts/check-shape.ts'])
suite('Rules and parts', 'unit')
suite('Actions and API on the embedded PostgreSQL', 'database')
// What is refused before it reaches the database is refused by every version of it.
suite('Actions and API on PostgreSQL 15', 'database', {
  without: 'test/api/bad-input.test.ts',
  env: { SOFTMOB_TEST_POSTGRES: 'debian' },
})
check('Build of the web client', process.execPath, ['scripts/build-client.ts'])
check('First-load sizes', process.execPath, ['scripts/bundle-sizes.ts'])
suite('Journeys in a browser', 'journeys')

console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)
