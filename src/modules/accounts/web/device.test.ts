import { expect, it } from 'vitest'
import { deviceOf } from './device.ts'

it('recognises devices by what they say of themselves', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0'
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1'
  expect(deviceOf(phone)).toEqual({ browser: 'Safari', system: 'iOS' })
  expect(deviceOf(null)).toEqual({ browser: null, system: null })
})
