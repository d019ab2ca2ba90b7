import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameLines, namesAmong } from './names-in-text.rules.ts'

const mail = `Dear customer, thank you for your booking.
Booking reference: XK7P2Q
Outbound – Tue 4 May 2027
FR 4612 Verona Sevilla

Passengers:
1. ROSSI/ANNA MRS
2. Luca Bianchi
- de la Cruz, José María
Pepito Desconocido

Yours sincerely
Ryan Air`

const known = ({ name }: { name: string }): boolean => /rossi|bianchi/i.test(name)

it('finds the names of a ticket, with those next to them that nobody knows', () => {
  expect(namesAmong(nameLines(mail), known)).toEqual([
    { row: 7, name: 'ROSSI/ANNA MRS' },
    { row: 8, name: 'Luca Bianchi' },
    { row: 9, name: 'de la Cruz, José María' },
    { row: 10, name: 'Pepito Desconocido' },
  ])
})

it('finds none where nobody is known: prose begins with capitals too', () => {
  expect(namesAmong(nameLines(mail), () => false)).toEqual([])
})

it('reads any text, and answers lines that are there', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const text = lines.join('\n')
      const all = text.split(/\r?\n/)
      for (const { row, name } of namesAmong(nameLines(text), () => true))
        expect(all[row - 1]).toContain(name)
    }),
  )
})
