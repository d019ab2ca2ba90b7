import { expect, it } from 'vitest'
import { csvOf } from './refused-file.ts'

it('writes cells that no spreadsheet program runs', () => {
  expect(csvOf([['Name', 'Why']])).toBe('\ufeffName,Why\r\n')
  expect(csvOf([['=1+1', 'It has no dates, and “no” "end"']])).toBe(
    '\ufeff\'=1+1,"It has no dates, and “no” ""end"""\r\n',
  )
  expect(csvOf([['Élodie', '', ' @x']])).toBe("\ufeffÉlodie,,' @x\r\n")
})
