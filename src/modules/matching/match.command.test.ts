import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const match = (input: string): Promise<{ code: number; out: string; problem: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/server/command-line/softmob.ts', 'match'],
      (error, out, problem) => resolve({ code: Number(error?.code ?? 0), out, problem }),
    )
    child.stdin?.end(input)
  })

const small = {
  participants: [{ id: 'p1', groups: { school: 'A' } }, { id: 'p2', groups: { school: 'A' } }, { id: 'p3' }],
  positions: [{ id: 'c1', places: 2, limits: { school: 1 } }],
  scores: [
    ['p1', 'c1', 37],
    ['p2', 'c1', 40],
  ],
}

describe('softmob match', () => {
  it('answers with the plan, its proof and a reason for everybody left over', async () => {
    const { code, out } = await match(JSON.stringify(small))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      assigned: [['p2', 'c1']],
      unassigned: [
        { id: 'p1', reasons: ['1 allowed, but no more of school A may come (c1).'] },
        { id: 'p3', reasons: ['No position is allowed for this participant.'] },
      ],
      placed: 1,
      moved: 0,
      score: 40,
      bound: 40,
      status: 'optimal',
    })
  })

  it('says which locks contradict each other', async () => {
    const { code, out } = await match(
      JSON.stringify({
        ...small,
        locks: [
          ['p1', 'c1'],
          ['p2', 'c1'],
          ['p3', 'c1'],
        ],
      }),
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      placed: 0,
      bound: null,
      reasons: [
        'p3 is locked to c1, which is not among the allowed pairs.',
        '2 people of school A are locked to c1, which takes fewer of one school.',
        '3 people are locked to c1, which has fewer places.',
      ],
    })
  })

  it('refuses what makes no sense, naming each place', async () => {
    for (const [input, complaint] of [
      ['{', 'not JSON'],
      ['[]', 'input'],
      [JSON.stringify({ ...small, positions: [{ id: 'c1', places: -1 }] }), 'positions.0.places'],
      [JSON.stringify({ ...small, scores: [['p9', 'c1', 1]] }), 'there is no participant p9'],
      [
        JSON.stringify({ ...small, participants: [{ id: 'p1' }, { id: 'p1' }, { id: 'p2' }] }),
        'p1 is there twice',
      ],
    ] as const) {
      const { code, out, problem } = await match(input)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(problem).toContain(complaint)
    }
  })
})
