import { describe, expect, it } from 'vitest'
import words from '../../../locales/en/mobilities.json' with { type: 'json' }
import { activityType, activityTypeKeys, activityTypes, durationProblem } from './activity-types.rules.ts'

describe('activity types', () => {
  it('have one key each, words, and lengths that make sense', () => {
    expect(new Set(activityTypeKeys).size).toBe(activityTypes.length)
    for (const { key, minDays, maxDays, evidence } of activityTypes) {
      expect(words.activityType).toHaveProperty([key])
      expect(evidence === 'unknown').toBe(minDays === null)
      expect(minDays ?? 0).toBeLessThanOrEqual(maxDays ?? 0)
    }
  })

  it('do not invent an official code', () => {
    expect(activityType('group-vet')?.officialCode).toBeNull()
    expect(activityType('preparatory-visit')?.officialCode).toBeNull()
    expect(activityType('LM-SHORT-VET')?.officialCode).toBe('LM-SHORT-VET')
    expect(activityType('nothing')).toBeUndefined()
  })

  it('have limits that count', () => {
    expect(durationProblem('LM-SHORT-VET', 9)?.code).toBe('too-short')
    expect(durationProblem('LM-SHORT-VET', 10)).toBeNull()
    expect(durationProblem('LM-SHORT-VET', 89)).toBeNull()
    expect(durationProblem('LM-SHORT-VET', 90)).toEqual({
      code: 'too-long',
      values: { days: 90, min: 10, max: 89 },
    })
    expect(durationProblem('preparatory-visit', 1)).toBeNull()
    expect(durationProblem('nothing', 1)).toBeNull()
  })
})
