import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The house (docs/architecture.md): a module's server side imports only from its own floor's ground and from floors below. */
const floors: Record<string, number> = {
  accounts: 0,
  journal: 0,
  outbox: 0,
  organisations: 1,
  files: 1,
  people: 1,
  places: 1,
  'rule-packs': 1,
  companies: 3,
  projects: 2,
  flows: 2,
  mobilities: 2,
  grants: 3,
  tasks: 3,
  budget: 4,
  expenses: 4,
  matching: 4,
  placements: 4,
  papers: 4,
  orders: 4,
  stays: 4,
  journeys: 4,
  payments: 5,
  'departure-packs': 5,
  bulk: 6,
  'tutor-links': 4,
  availability: 5,
  exchange: 5,
  showcase: 5,
  boards: 5,
}
/** Neighbours on one floor that may know each other, downwards only. */
const neighbours = [
  'accounts>journal',
  'people>organisations',
  'organisations>people',
  'flows>projects',
  'projects>flows',
  'mobilities>flows',
  'matching>placements',
  'placements>tutor-links',
]
/** Identity asks what a role may do, and how an invitation reads; both are pure or stand behind the contract. */
const doors = [
  // What activities there are is the programme's word, not the record's.
  '#modules/mobilities/activity-types.rules.ts',
  '#modules/organisations/permissions.rules.ts',
  '#modules/organisations/portals.rules.ts',
]

const modules = join(import.meta.dirname, '../../src/modules')

function filesOf(module: string): string[] {
  return readdirSync(join(modules, module), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.ts') && !/\.(test|examples|fixture)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/web/'))
}

it('has a floor for every module', () => {
  const there = readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(there.filter((name) => floors[name] === undefined)).toEqual([])
})

it.each(Object.keys(floors))('%s looks down only', (module) => {
  const upwards: string[] = []
  for (const file of filesOf(module)) {
    // A type that is only named costs nothing at run time; still it may not come from above.
    for (const [, path = '', other = ''] of readFileSync(file, 'utf8').matchAll(
      /from '(#modules\/([\w-]+)\/[^']+)'/g,
    )) {
      const below = (floors[other] ?? 99) < (floors[module] ?? 0)
      if (other !== module && !below && !neighbours.includes(`${module}>${other}`) && !doors.includes(path))
        upwards.push(`${file.slice(modules.length + 1)} → ${path}`)
    }
  }
  expect(upwards).toEqual([])
})
