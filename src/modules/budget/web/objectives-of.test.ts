import { expect, it } from 'vitest'
import { objectivesOf } from './objectives-of.ts'

const before = [
  { key: 'a', text: 'Learn Spanish' },
  { key: 'b', text: 'Work abroad' },
  { key: 'c', text: 'Find partners' },
]

it('keeps the key of a line that moves, is reworded or stays', () => {
  expect(objectivesOf('Work abroad\nFind partners', before)).toEqual([before[1], before[2]])
  expect(objectivesOf('Learn Spanish\nWork in a firm abroad\nFind partners', before)).toEqual([
    before[0],
    { key: 'b', text: 'Work in a firm abroad' },
    before[2],
  ])
})

it('gives a new line a key that nobody has', () => {
  const list = objectivesOf('Learn Spanish\n\nNew\nNewer\nNew\nWork abroad\nFind partners', before)
  expect(list.map(({ text }) => text)).toEqual([
    'Learn Spanish',
    'New',
    'Newer',
    'Work abroad',
    'Find partners',
  ])
  expect(new Set(list.map(({ key }) => key)).size).toBe(5)
})
