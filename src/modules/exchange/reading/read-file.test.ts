import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { placementsSample } from './placements-sample.fixture.ts'
import { readPastedTable, readTable } from './read-file.ts'

const usual = { seconds: 30, heap: 512, process: 900 }

describe('the reading process', () => {
  it('reads pasted cells and gives problems back with their values', async () => {
    const table = await readPastedTable('Surname\tTown\nÖztürk\tİzmir')
    expect(table.rows).toEqual([{ number: 2, cells: ['Öztürk', 'İzmir'] }])
    await expect(readTable(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'file-is-pdf' })
    await expect(readTable(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file-empty' })
    await expect(readTable(Buffer.alloc(26e6))).rejects.toMatchObject({ code: 'file-too-large' })
    const long = Buffer.from(`name;town\n${'Anna;Graz\n'.repeat(300_000)}`)
    await expect(readTable(long)).rejects.toMatchObject({
      code: 'file-too-many-rows',
      values: { rows: 300_001 },
    })
  })

  it('ends a reading that takes too long, and one that takes too much memory', async () => {
    const large = Buffer.from(`name;town\n${'Anna;Graz\n'.repeat(90_000)}`)
    await expect(readTable(large, {}, { ...usual, seconds: 0.05 })).rejects.toMatchObject({
      code: 'file-takes-too-long',
    })
    await expect(readTable(large, {}, { ...usual, heap: 12 })).rejects.toMatchObject({
      code: 'file-takes-too-much-memory',
    })
    await expect(readTable(large, {}, { ...usual, process: 20 })).rejects.toMatchObject({
      code: 'file-takes-too-much-memory',
    })
  })

  it('reads 20,000 rows of 30 columns without holding the event loop', { timeout: 60_000 }, async () => {
    const row = Array.from({ length: 30 }, (_, at) => ({ value: at % 3 ? `Žofie ${at}` : at * 1.5 }))
    const header = row.map((_, at) => ({ value: `Column ${at}` }))
    const bytes = await writeXlsxFile([header, ...Array.from({ length: 20_000 }, () => row)]).toBuffer()
    // What holds the event loop lets no timer run in between.
    let ticks = 0
    const watch = setInterval(() => (ticks += 1), 5)
    const table = await readTable(bytes)
    clearInterval(watch)
    expect([table.rows.length, table.columns.length]).toEqual([20_000, 30])
    expect(ticks).toBeGreaterThan(10)
  })

  it('reads real rows of a published list', async () => {
    const table = await readTable(Buffer.from(placementsSample))
    expect(table).toMatchObject({ encoding: 'utf-8', delimiter: ';', headerRow: 1, notes: [] })
    expect([table.rows.length, table.columns.length]).toEqual([29, 22])
    expect(table.rows.map((row) => row.cells[8])).toContain('CENTRO INFANTIL"INFANTA LENOR"')
  })
})
