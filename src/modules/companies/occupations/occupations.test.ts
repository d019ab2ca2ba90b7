import { describe, expect, it } from 'vitest'
import { suggestFields, suggestOccupations, suggestSkills } from './occupations.ts'

describe('suggestions from ESCO and ISCED-F', () => {
  it('finds an occupation by its label, by another name of it and by its ISCO group', () => {
    expect(suggestOccupations('BÁKER', 5)[0]).toMatchObject({ label: 'baker', isco: '7512' })
    expect(suggestOccupations('bread baker', 20).map(({ label }) => label)).toContain('baker')
    expect(suggestOccupations('7512', 20).map(({ label }) => label)).toContain('baker')
  })
  it('finds nothing for one letter or nonsense, and never more than asked for', () => {
    expect(suggestOccupations('b', 5)).toEqual([])
    expect(suggestOccupations('xyzzy qwert', 5)).toEqual([])
    expect(suggestOccupations('technician', 3)).toHaveLength(3)
  })
  it('finds fields by code and by name', () => {
    expect(suggestFields('0721', 5)[0]).toEqual({ code: '0721', label: 'Food processing' })
    expect(suggestFields('hotel', 9).map(({ code }) => code)).toContain('1013')
    expect(suggestFields('', 500).length).toBeGreaterThan(200)
  })
  it('finds groups of skills', () => {
    expect(suggestSkills('welcoming', 5).map(({ label }) => label)).toContain(
      'accompanying and welcoming people',
    )
  })
})
