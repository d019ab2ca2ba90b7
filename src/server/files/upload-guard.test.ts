import { describe, expect, it } from 'vitest'
import { FileProblem } from './file-problems.ts'
import { kindOfFile } from './file-kind.ts'
import { inspectUpload, uploadLimit, type UploadKind } from './upload-guard.ts'
import { zipBytes } from './zip-bytes.fixture.ts'

const tables: readonly UploadKind[] = ['xlsx', 'text']
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const workbook = { name: 'xl/workbook.xml', content: '<workbook/>' }

async function problemOf(bytes: Uint8Array, accept = tables): Promise<{ code: string; values: unknown }> {
  const error = await inspectUpload(bytes, { accept }).catch((thrown: unknown) => thrown)
  if (!(error instanceof FileProblem)) throw new Error(`not refused: ${JSON.stringify(error)}`)
  return { code: error.code, values: error.values }
}

describe('the kind of an upload', () => {
  it.each([
    ['file-is-pdf', text('%PDF-1.7\n%âãÏÓ')],
    ['file-is-image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['file-is-image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['file-is-image', Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic')])],
    ['file-is-old-excel', Buffer.concat([old, Buffer.from('Workbook', 'utf16le')])],
    ['file-encrypted', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['file-is-web-page', text('\ufeff<html><table><tr><td>Cognome</td></tr></table></html>')],
    ['file-is-word', zipBytes([{ name: 'word/document.xml', content: '<w/>' }])],
    ['file-is-binary-excel', zipBytes([{ name: 'xl/workbook.bin', content: 'x' }])],
    ['file-is-zip', zipBytes([{ name: 'photos/one.jpg', content: 'x' }])],
    [
      'file-is-open-document',
      zipBytes([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    ],
    ['file-empty', new Uint8Array()],
    ['file-unreadable', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 31) % 256))],
    ['file-unreadable', zipBytes([workbook]).subarray(0, 40)],
  ])('%s', async (code, bytes) => {
    expect((await problemOf(bytes)).code).toBe(code)
  })

  it('takes workbooks and text, also UTF-16 without a mark and with a stray null byte', async () => {
    expect((await inspectUpload(zipBytes([workbook]), { accept: tables })).kind).toBe('xlsx')
    expect(kindOfFile(text('name;town\nZoë;Graz'))).toBe('text')
    expect(kindOfFile(text('name;to\0wn\nZoë;Graz'))).toBe('text')
    expect(kindOfFile(Buffer.from('name;town\nZoë;Graz', 'utf16le'))).toBe('text')
  })

  it('refuses what is not asked for', async () => {
    expect((await problemOf(text('a,b'), ['image'])).code).toBe('file-unreadable')
  })
})

describe('the size of an upload', () => {
  it('refuses files over 25 MB and says how large they are', async () => {
    const answer = await problemOf(Buffer.alloc(uploadLimit + 1, 0x20))
    expect(answer).toEqual({ code: 'file-too-large', values: { megabytes: 26, limit: 25 } })
  })

  it('refuses a bomb by its ratio before anything is unpacked', async () => {
    const answer = await problemOf(
      zipBytes([workbook, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(30e6) }]),
    )
    expect(answer).toEqual({ code: 'file-is-zip-bomb', values: { megabytes: 30 } })
  })

  it('refuses a declared total over 200 MB', async () => {
    const bytes = zipBytes([workbook, { name: 'xl/a.xml', content: 'x', declaredSize: 201e6 }])
    expect((await problemOf(bytes)).code).toBe('file-is-zip-bomb')
  })

  it('stops at the declared size when that is a lie', async () => {
    const bytes = zipBytes([
      workbook,
      { name: 'xl/a.xml', content: Buffer.alloc(5e6, 'ab'), declaredSize: 100 },
    ])
    expect((await problemOf(bytes)).code).toBe('file-is-zip-bomb')
  })

  it('refuses thousands of entries', async () => {
    const entries = Array.from({ length: 2001 }, (_, at) => ({ name: `xl/${at}.xml`, content: '' }))
    expect((await problemOf(zipBytes(entries))).code).toBe('file-is-zip-bomb')
  })
})

describe('the inside of an archive', () => {
  it.each([
    ['file-encrypted', [{ ...workbook, encrypted: true }]],
    ['file-unreadable', [workbook, { name: '../../etc/passwd', content: 'x' }]],
    ['file-unreadable', [workbook, { name: '/etc/passwd', content: 'x' }]],
    ['file-unreadable', [workbook, workbook]],
    ['file-unreadable', [workbook, { name: 'xl/a.xml', content: 'short', declaredSize: 100 }]],
  ])('%s', async (code, entries) => {
    expect((await problemOf(zipBytes(entries))).code).toBe(code)
  })
})
