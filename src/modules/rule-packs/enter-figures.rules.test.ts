import { describe, expect, it } from 'vitest'
import { enterFigures } from './enter-figures.rules.ts'
import { packFigures } from './pack-figures.rules.ts'
import { readPack } from './read-pack.rules.ts'
import { packNamed } from './shipped-packs.ts'

const draft = packNamed('2026-IT')
if (!draft) throw new Error('no draft')

describe('entering the rates of the own annex', () => {
  it('has a place for every figure that a pack may have but the programme’s bounds', () => {
    const entered = packFigures(draft)
      .filter(({ path }) => !path.includes('.bounds.'))
      .map(({ path }, at) => ({ path, value: at + 1 }))
    const { pack, unknown } = enterFigures(draft, entered, 'Annex 3')
    expect(unknown).toEqual([])
    const after = new Map(packFigures(pack).map(({ path, figure }) => [path, figure]))
    for (const { path, value } of entered)
      expect(after.get(path), path).toEqual({ value, state: 'entered', source: 'annex' })
  })
  it('makes the next version and leaves the old one as it was', () => {
    const before = JSON.stringify(draft)
    const { pack } = enterFigures(
      draft,
      [{ path: 'individualSupport.rates.learner.1.daily', value: 60 }],
      'Annex 3',
    )
    expect(pack.version).toBe(draft.version + 1)
    expect(JSON.stringify(draft)).toBe(before)
    expect(readPack(pack).mistakes.filter(({ level }) => level === 'error')).toEqual([])
  })
  it('takes a figure back, and names places that there are not', () => {
    const { pack } = enterFigures(draft, [{ path: 'courseFees.perDay', value: null }], 'Annex')
    expect(pack.courseFees.perDay).toEqual({ value: null, state: 'not-known' })
    const bad = enterFigures(
      draft,
      [
        { path: '__proto__.x', value: 1 },
        { path: 'individualSupport.bounds.learner.1.max', value: 1 },
      ],
      'Annex',
    )
    expect(bad.unknown).toEqual(['__proto__.x', 'individualSupport.bounds.learner.1.max'])
  })
})
