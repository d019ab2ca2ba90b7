import { describe, expect, it } from 'vitest'
import { suggestInstitutions } from './institutions.ts'

describe('suggested institutions', () => {
  it('hold every word, whatever accents and case', () => {
    const found = suggestInstitutions('NIEDERÖSTERREICH baden', undefined, 5)
    expect(suggestInstitutions('politecnica valencia', 'ES', 5).length).toBeGreaterThan(0)
    expect(found.every(({ country }) => country === 'AT')).toBe(true)
  })

  it('are none for a letter, and never more than asked for', () => {
    expect(suggestInstitutions('a', undefined, 5)).toEqual([])
    expect(suggestInstitutions('universi', undefined, 3)).toHaveLength(3)
  })
})
