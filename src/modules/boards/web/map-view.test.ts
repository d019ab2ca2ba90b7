import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, fit, placeLabels, zoomed } from './map-view.ts'
import { niceTop, stepPath } from './step-path.ts'

it('fits all points into the picture', () => {
  const points = [
    [480, 300],
    [540, 380],
  ] as const
  const view = fit(points, { width: 800, height: 600 })
  for (const [x, y] of points) {
    expect(x * view.scale + view.x).toBeGreaterThan(0)
    expect(x * view.scale + view.x).toBeLessThan(800)
    expect(y * view.scale + view.y).toBeGreaterThan(0)
    expect(y * view.scale + view.y).toBeLessThan(600)
  }
})

it('keeps what is below the pointer when it zooms', () => {
  const view = { x: 10, y: 20, scale: 4 }
  const closer = zoomed(view, 2, 100, 60)
  expect((100 - closer.x) / closer.scale).toBeCloseTo((100 - view.x) / view.scale)
  expect((60 - closer.y) / closer.scale).toBeCloseTo((60 - view.y) / view.scale)
})

it('leaves out a name that would cover another one', () => {
  const labels = [
    { key: 'a', x: 0, y: 0, length: 7 },
    { key: 'b', x: 20, y: 4, length: 7 },
    { key: 'c', x: 200, y: 0, length: 7 },
  ]
  expect([...placeLabels(labels)]).toEqual(['a', 'c'])
})

it('draws steps, with the ground below them where there is one', () => {
  const steps = [
    { from: 0, to: 10, at: 50 },
    { from: 10, to: 20, at: 20 },
  ]
  expect(stepPath(steps, null)).toBe('M0 50L10 50L10 20L20 20')
  expect(stepPath(steps, 100)).toBe('M0 100L0 50L10 50L10 20L20 20L20 100Z')
  expect(niceTop(117)).toBe(200)
  expect(niceTop(1)).toBe(2)
})

describe('signs side by side', () => {
  const box = fc.record({
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 560 }),
    width: fc.integer({ min: 24, max: 40 }),
    height: fc.integer({ min: 24, max: 40 }),
  })

  it('do not lie on each other, and the largest stays where it is', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
        const placed = apart(boxes)
        const clashes = placed.flatMap((a, i) =>
          placed.filter(
            (b, j) =>
              i < j &&
              Math.abs(a.x - b.x) < (a.width + b.width) / 2 &&
              Math.abs(a.y - b.y) < (a.height + b.height) / 2,
          ),
        )
        expect(clashes).toEqual([])
        const largest = boxes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
        expect(placed[0]).toEqual(largest)
      }),
    )
  })

  it('stay where they are where there is room', () => {
    const far = [
      { x: 10, y: 10, width: 24, height: 24 },
      { x: 200, y: 10, width: 24, height: 24 },
    ]
    expect(apart(far)).toEqual(far)
  })
})
