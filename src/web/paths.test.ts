import { expect, it } from 'vitest'
import { paths, safeNext } from './paths.ts'

it('builds every address', () => {
  const built = Object.fromEntries(
    Object.entries(paths).map(([name, build]) => [name, (build as (...ids: string[]) => string)('a/1', 'b 2')]),
  )
  expect(built).toMatchInlineSnapshot()
})

it('keeps the address that was asked for', () => {
  expect(paths.signIn('/o/1/mobilities?q=rossi&open=2')).toBe(
    '/sign-in?next=%2Fo%2F1%2Fmobilities%3Fq%3Drossi%26open%3D2',
  )
  expect(paths.signIn('/')).toBe('/sign-in')
})

it('never leads to another site', () => {
  expect(safeNext('/o/1')).toBe('/o/1')
  for (const wrong of [null, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'o/1'])
    expect(safeNext(wrong)).toBe('/')
})
