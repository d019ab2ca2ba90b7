import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { zipBytes } from '#server/files/zip-bytes.fixture.ts'
import { readTableHere } from './read-table.ts'
import type { ReadOptions, TableRead } from './table-read.rules.ts'
import { textRow, workbookBytes } from './workbook.fixture.ts'

const readText = (text: string, options?: ReadOptions): Promise<TableRead> =>
  readTableHere(Buffer.from(text), options)
const cells = (table: TableRead): string[][] => table.rows.map((row) => row.cells)
const names = (table: TableRead): string[] => table.columns.map((column) => column.name)

describe('text files', () => {
  it('tells columns, samples and counts', async () => {
    const table = await readText('Cognome;Nome;Città\nRossi;Anna;Bari\nBianchi;Anna;\nVerdi;Zoë;Bari\n')
    expect(table).toMatchObject({ encoding: 'utf-8', delimiter: ';', headerRow: 1, sheet: '', notes: [] })
    expect(table.columns).toEqual([
      {
        index: 0,
        column: 1,
        name: 'Cognome',
        samples: ['Rossi', 'Bianchi', 'Verdi'],
        filled: 3,
        distinct: 3,
      },
      { index: 1, column: 2, name: 'Nome', samples: ['Anna', 'Zoë'], filled: 3, distinct: 2 },
      { index: 2, column: 3, name: 'Città', samples: ['Bari'], filled: 2, distinct: 1 },
    ])
    expect(table.rows[1]).toEqual({ number: 3, cells: ['Bianchi', 'Anna', ''] })
  })

  it('keeps names of every kind as they are written', async () => {
    const written = [
      '@Café',
      "D'Angelo",
      '’t Hart',
      "'t Hart",
      'García-López',
      'Ζωή Παπαδοπούλου',
      'שרה כהן',
      'محمد',
      'Шевченко',
      '李小龍',
      'İpek Işık',
      '-',
    ]
    const table = await readText(`surname\tfirst name\n${written.map((name) => `${name}\tX`).join('\n')}`)
    expect(table.rows.map((row) => row.cells[0])).toEqual(written)
  })

  it('reads what Excel puts on the clipboard', async () => {
    const table = await readText('Surname\tFirst name\tNote\r\nRossi\tAnna\t"two\nlines"\r\nÖz\tŞule\t\r\n')
    expect(table.delimiter).toBe('\t')
    expect(cells(table)).toEqual([
      ['Rossi', 'Anna', 'two\nlines'],
      ['Öz', 'Şule', ''],
    ])
  })

  it('removes null bytes and says where', async () => {
    const table = await readText('surname;first name\nRo\0ssi;Anna\nVerdi;Zoë')
    expect(cells(table)[0]).toEqual(['Rossi', 'Anna'])
    expect(table.notes).toEqual([{ code: 'null-bytes-removed', row: 2, column: 1 }])
  })

  it('tells of letters that were lost before the file came here', async () => {
    const table = await readText('surname;first name\nM\ufffdller;Anna')
    expect(table.notes).toEqual([{ code: 'letters-lost', row: 2, column: 1 }])
  })

  it('keeps a cell of 10,001 characters whole and cuts what no spreadsheet holds, each with a note', async () => {
    const table = await readText(`surname;note\nRossi;${'é'.repeat(10_001)}\nVerdi;${'a'.repeat(40_000)}`)
    expect(table.rows.map((row) => row.cells[1]?.length)).toEqual([10_001, 32_767])
    expect(table.notes).toEqual([
      { code: 'cell-very-long', row: 2, column: 2, values: { length: 10_001 } },
      { code: 'cell-cut', row: 3, column: 2, values: { length: 40_000, limit: 32_767 } },
    ])
  })

  it('takes away the apostrophe with which our own exports guard a cell', async () => {
    const table = await readText("surname,phone\n'@Café,'+39 06 1234567")
    expect(cells(table)).toEqual([['@Café', '+39 06 1234567']])
  })

  it('says when the encoding was guessed', async () => {
    const table = await readTableHere(Buffer.from('Cognome;Città\nMüller;Forlì', 'latin1'))
    expect(cells(table)).toEqual([['Müller', 'Forlì']])
    expect(table.notes).toEqual([{ code: 'encoding-guessed', values: { encoding: 'windows-1252' } }])
  })
})

describe('headers and columns', () => {
  const people = Array.from({ length: 30 }, (_, at) => `Rossi ${at};Anna;0${(at % 9) + 1}.05.2008;Malta`)

  it('finds the header in row 50 below a title block', async () => {
    const title = Array.from({ length: 48 }, (_, at) =>
      at % 3 ? '' : `Istituto Aurora;Anno scolastico ${at}`,
    )
    const table = await readText([...title, '', 'Cognome;Nome;Data di nascita;Paese', ...people].join('\n'))
    expect(table.headerRow).toBe(50)
    expect(names(table)).toEqual(['Cognome', 'Nome', 'Data di nascita', 'Paese'])
    expect(table.rows[0]?.number).toBe(51)
    expect(table.notes[0]).toEqual({ code: 'rows-above-header', values: { count: 16 } })
  })

  it('finds a header of words that it does not know, and can be overruled', async () => {
    const text = ['Lista', 'Alfa;Beta;Gamma;Delta', ...people].join('\n')
    expect((await readText(text)).headerRow).toBe(2)
    const other = await readText(text, { headerRow: 3 })
    expect([other.headerRow, other.rows.length, names(other)[0]]).toEqual([3, 29, 'Rossi 0'])
  })

  it('names columns by letter when there is no header', async () => {
    const table = await readText('07.05.2008;1500;a@b.example\n08.05.2008;1200;c@d.example')
    expect(table.headerRow).toBe(0)
    expect(names(table)).toEqual(['A', 'B', 'C'])
    expect(table.notes).toEqual([{ code: 'header-missing' }])
  })

  it('leaves out empty columns, numbers repeated names, names unnamed columns', async () => {
    const table = await readText(
      'Surname;Empty;Email;email;;\nRossi;;a@b.example;c@d.example;;extra\nVerdi;;;;;',
    )
    expect(names(table)).toEqual(['Surname', 'Email', 'email (2)', 'F'])
    expect(table.rows[0]?.cells).toEqual(['Rossi', 'a@b.example', 'c@d.example', 'extra'])
    expect(table.columns[3]).toMatchObject({ index: 3, column: 6 })
    expect(table.notes).toEqual([
      { code: 'row-too-wide', row: 2, values: { cells: 6, columns: 4 } },
      { code: 'column-empty', column: 2, values: { name: 'Empty' } },
      { code: 'column-name-repeated', column: 4, values: { name: 'email', renamed: 'email (2)' } },
      { code: 'column-unnamed', column: 6, values: { name: 'F' } },
    ])
  })

  it('counts notes that repeat instead of listing thousands', async () => {
    const rows = Array.from({ length: 250 }, () => 'Ro\0ssi;Anna')
    const { notes } = await readText(['surname;first name', ...rows].join('\n'))
    expect(notes).toHaveLength(101)
    expect(notes.at(-1)).toEqual({ code: 'more-notes', values: { code: 'null-bytes-removed', count: 150 } })
  })

  it('refuses more than 300 columns and files without rows', async () => {
    const wide = Array.from({ length: 301 }, (_, at) => `c${at}`).join(';')
    await expect(readText(`${wide}\n${wide}`)).rejects.toMatchObject({
      code: 'file-too-many-columns',
      values: { columns: 301 },
    })
    await expect(readText('\n;;\n \n')).rejects.toMatchObject({ code: 'file-has-no-rows' })
  })
})

describe('workbooks', () => {
  it('reads dates, numbers, booleans and formulas that a writer makes', async () => {
    const bytes = await writeXlsxFile([
      ['Surname', 'Birth date', 'Grant', 'Green', 'Code'].map((value) => ({ value })),
      [
        { value: '@Café' },
        { value: new Date(Date.UTC(2008, 4, 7)), format: 'dd/mm/yyyy' },
        { value: 1500.1 },
        { value: true },
        { value: '0042' },
      ],
      [
        { value: 'Öztürk  ' },
        { value: '7.5.2008' },
        { value: 3.4612345678e10 },
        { value: false },
        { value: 'Ü' },
      ],
    ]).toBuffer()
    const table = await readTableHere(bytes)
    expect(cells(table)).toEqual([
      ['@Café', '2008-05-07', '1500.1', 'TRUE', '0042'],
      ['Öztürk', '7.5.2008', '34612345678', 'FALSE', 'Ü'],
    ])
    expect(table).toMatchObject({ sheets: [{ name: 'Sheet1', rows: 3 }], sheet: 'Sheet1', notes: [] })
  })

  const header = textRow(1, 'School', 'Surname', 'Grant')

  it('reads the saved result of a formula; an error or a missing result is told by row and column', async () => {
    const rows = [
      header,
      '<row r="2"><c r="B2" t="str"><f>A1&amp;"x"</f><v>Rossi</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>',
      '<row r="3"><c r="B3" t="inlineStr"><is><t>Verdi</t></is></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      '<row r="4"><c r="B4" t="inlineStr"><is><t>Neri</t></is></c><c r="C4"><f>SUM(C2:C3)</f></c></row>',
      '<row r="5"><c r="A5" s="1"><v>-40000000</v></c><c r="B5" t="inlineStr"><is><t>Gialli</t></is></c></row>',
    ]
    const table = await readTableHere(workbookBytes([{ name: 'Lista', rows: rows.join('') }]))
    expect(cells(table)).toEqual([
      ['Rossi', '2'],
      ['Verdi', ''],
      ['Neri', ''],
      ['Gialli', ''],
    ])
    expect(table.notes).toEqual([
      { code: 'cell-error', row: 3, column: 3, values: { error: '#DIV/0!' } },
      { code: 'formula-without-value', row: 4, column: 3 },
      { code: 'cell-date-impossible', row: 5, column: 1 },
      { code: 'column-empty', column: 1, values: { name: 'School' } },
    ])
  })

  it('repeats a merged value down its rows, not to the right and not into empty rows', async () => {
    const rows = [
      textRow(1, 'Istituto Aurora'),
      textRow(3, 'School', 'Surname', 'First name'),
      textRow(4, 'Aurora', 'Rossi', 'Anna'),
      textRow(5, '', 'Verdi', 'Zoë'),
      textRow(6),
      textRow(7, '', 'Neri', 'Ugo'),
    ]
    const after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A4:A9"/></mergeCells>'
    const table = await readTableHere(workbookBytes([{ name: 'Lista', rows: rows.join(''), after }]))
    expect(table.headerRow).toBe(3)
    expect(table.rows).toEqual([
      { number: 4, cells: ['Aurora', 'Rossi', 'Anna'] },
      { number: 5, cells: ['Aurora', 'Verdi', 'Zoë'] },
      { number: 7, cells: ['Aurora', 'Neri', 'Ugo'] },
    ])
    expect(table.notes).toContainEqual({
      code: 'merged-cells-filled',
      row: 4,
      column: 1,
      values: { rows: 2 },
    })
  })

  it('lists all sheets, reads the first with rows, or the one that is asked for', async () => {
    const bytes = workbookBytes([
      { name: 'Leggimi', rows: '' },
      { name: 'Alunni &amp; alunne', rows: header + textRow(2, 'Aurora', 'Rossi', '10') },
      {
        name: 'Docenti',
        rows: header + textRow(2, 'Aurora', 'Bianchi', '20') + textRow(3, 'Aurora', 'Neri', '30'),
      },
    ])
    const table = await readTableHere(bytes)
    expect(table.sheets).toEqual([
      { name: 'Leggimi', rows: 0 },
      { name: 'Alunni & alunne', rows: 2 },
      { name: 'Docenti', rows: 3 },
    ])
    expect([table.sheet, table.rows.length]).toEqual(['Alunni & alunne', 1])
    expect((await readTableHere(bytes, { sheet: 'Docenti' })).rows).toHaveLength(2)
    await expect(readTableHere(bytes, { sheet: 'Nessuno' })).rejects.toMatchObject({
      code: 'file-sheet-missing',
      values: { sheet: 'Nessuno' },
    })
    await expect(readTableHere(workbookBytes([{ name: 'A', rows: '' }]))).rejects.toMatchObject({
      code: 'file-has-no-rows',
    })
  })

  it('refuses a value a million rows down or beyond column 300 before it builds the area above', async () => {
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    await expect(readTableHere(workbookBytes([{ name: 'A', rows: header + far }]))).rejects.toMatchObject({
      code: 'file-too-many-rows',
      values: { rows: 2, lastRow: 1_048_576 },
    })
    const right = '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    await expect(readTableHere(workbookBytes([{ name: 'A', rows: header + right }]))).rejects.toMatchObject({
      code: 'file-too-many-columns',
      values: { columns: 16_384 },
    })
  })

  it.each([
    ['file-is-pdf', Buffer.from('%PDF-1.4 list.xlsx')],
    ['file-is-zip-bomb', zipBytes([{ name: 'xl/workbook.xml', content: Buffer.alloc(30e6) }])],
    [
      'file-unreadable',
      workbookBytes([{ name: 'A', rows: '<row r="2"><c r="A2" t="s"><v>7</v></c></row><broken' }]),
    ],
    [
      'file-unreadable',
      workbookBytes([{ name: 'A', rows: '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>' }]),
    ],
    ['file-unreadable', zipBytes([{ name: 'xl/workbook.xml', content: '<workbook/>' }])],
  ])('%s', async (code, bytes) => {
    await expect(readTableHere(bytes)).rejects.toMatchObject({ code })
  })
})
