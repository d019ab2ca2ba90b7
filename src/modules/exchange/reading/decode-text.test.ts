import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const sample = 'Cognome;Nome;Città\nÖztürk;Şule;İzmir\nŁukasz;Žofie;Ελλάδα\n'
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(sample)],
    ['utf-8', Buffer.from(`\ufeff${sample}`)],
    ['utf-16le', Buffer.from(`\ufeff${sample}`, 'utf16le')],
    ['utf-16be', utf16be(`\ufeff${sample}`)],
    ['utf-16le', Buffer.from(sample, 'utf16le')],
    ['utf-16be', utf16be(sample)],
  ])('%s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: sample, encoding, guessed: false, oddLines: [] })
  })

  it('reads Windows-1252 with its own letters between 80 and 9F, and says that it guessed', () => {
    const bytes = Buffer.from('Peña;Müller;\x80 1.500;L\x92Aquila;\x8akoda', 'latin1')
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({
      text: 'Peña;Müller;€ 1.500;L’Aquila;Škoda',
      encoding: 'windows-1252',
      guessed: true,
    })
  })

  it('reads the odd line of a UTF-8 file as Windows-1252, not the whole file', () => {
    const bytes = Buffer.concat([
      Buffer.from('Žofie\nMüller\n'),
      Buffer.from('Peña\n', 'latin1'),
      Buffer.from('Zoë\n'),
    ])
    expect(decodeText(bytes)).toEqual({
      text: 'Žofie\nMüller\nPeña\nZoë\n',
      encoding: 'utf-8',
      guessed: false,
      oddLines: [3],
    })
  })

  it('can be told the encoding', () => {
    expect(decodeText(Buffer.from([0x8a, 0xe8, 0xb3]), 'windows-1250').text).toBe('Ščł')
  })

  it('keeps a stray null byte from looking like UTF-16', () => {
    expect(decodeText(Buffer.from('name;town\nAn\0na;Graz!'))).toMatchObject({
      encoding: 'utf-8',
      text: 'name;town\nAn\0na;Graz!',
    })
  })

  it('keeps every text that is valid UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\0') && !/^[\ufeff\ufffe]/.test(text) && Buffer.from(text).toString() === text)
        expect(decodeText(Buffer.from(text)).text).toBe(text)
      }),
    )
  })

  it('never makes a question mark or a replacement mark', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        fc.pre(
          !bytes.includes(0x3f) &&
            !bytes.includes(0) &&
            !(bytes[0] === 0xff && bytes[1] === 0xfe) &&
            !(bytes[0] === 0xfe && bytes[1] === 0xff),
        )
        expect(decodeText(bytes).text.includes('?')).toBe(false)
      }),
    )
  })
})
