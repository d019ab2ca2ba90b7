import { describe, expect, it } from 'vitest'
import { activityTypeKeys } from '#modules/mobilities/activity-types.rules.ts'
import words from '../../../locales/en/tasks.json' with { type: 'json' }
import { checklistProblems, conditionNames, duties } from './checklist.rules.ts'
import { defaultChecklistFor, defaultChecklists } from './default-checklists.rules.ts'
import { defaultTasks } from './default-tasks.rules.ts'
import { planTasks } from './plan-tasks.rules.ts'
import { plannedMobility, today } from './task.examples.ts'

/** The facts that some module records today; a task with another one could never be completed. */
const recorded = new Set([
  'participant.data-checked',
  'guardian.data-checked',
  'guardian.consented',
  'participant.accepted',
  'hosting.confirmed',
  'hosting.mentor-named',
  'hosting.arrival-contact-named',
  'company.proposed',
  'company.confirmed',
  'participant.arrived',
  'stay.given',
  'mobility.returned',
  'mobility.assessed',
])

describe('the shipped checklists', () => {
  it('have neither errors nor warnings, and words for everything', () => {
    for (const { key, tasks } of defaultChecklists) {
      expect(checklistProblems(tasks)).toEqual([])
      expect(words.checklist).toHaveProperty([key])
    }
    for (const key of defaultTasks.keys()) {
      expect(words.task).toHaveProperty([key, 'title'])
      expect(words.task).toHaveProperty([key, 'hint'])
    }
    for (const duty of duties) expect(words.dutyName).toHaveProperty([duty])
    for (const condition of conditionNames) expect(words.when).toHaveProperty([condition])
  })

  it('use only facts that are recorded', () => {
    const used = [...defaultTasks.values()].flatMap((task) => task.fact ?? [])
    expect(new Set(used)).toEqual(recorded)
  })

  it('use each shipped task somewhere', () => {
    const used = new Set(defaultChecklists.flatMap((list) => list.tasks.map((task) => task.key)))
    expect([...defaultTasks.keys()].filter((key) => !used.has(key))).toEqual([])
  })

  it('give every activity type a list of a sensible size', () => {
    for (const activityType of activityTypeKeys) {
      const { tasks } = defaultChecklistFor(activityType)
      const plan = planTasks(tasks, plannedMobility({ activityType }), new Set(), today)
      expect(plan.length).toBeGreaterThanOrEqual(13)
      expect(plan.length).toBeLessThanOrEqual(27)
    }
    expect(defaultChecklistFor('unknown').key).toBe('short-term')
    expect(defaultChecklistFor('SM-TTA').key).toBe('staff')
  })

  it('let somebody begin at once, and everything else follow', () => {
    for (const { tasks } of defaultChecklists) {
      const plan = planTasks(tasks, plannedMobility({ participantIsMinor: true }), new Set(), today)
      const free = plan.filter((task) => !task.blocked).map((task) => task.key)
      expect(free).toEqual(['accept-place', 'confirm-hosting'])
    }
  })
})
