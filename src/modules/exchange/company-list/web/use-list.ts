import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type AnswerOf } from '#web/api/api.ts'
import type { ListField } from '../list-fields.rules.ts'
import type { ListRead } from './CompanyListPage.tsx'

export type CheckedRow = AnswerOf<'POST /organisations/:organisation/company-list-check'>['rows'][number]

/** A list as it is mended here: its columns and cells, and what the server says of each row now. */
export function useList(organisation: string, read: ListRead) {
  const [columns, setColumns] = useState<(ListField | null)[]>(() => read.columns.map(({ guess }) => guess))
  const [rows, setRows] = useState(read.rows)
  const asked = { columns, rows }
  const [settled] = useDebouncedValue(asked, 300)
  const checked = useQuery({
    queryKey: ['company-list-check', organisation, settled],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/company-list-check',
        { params: { organisation }, body: settled },
        { signal },
      ),
    enabled: settled.columns.includes('name') && settled.rows.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    columns,
    rows,
    checked: new Map((checked.data?.rows ?? []).map((row) => [row.number, row])),
    problem: checked.error,
    checking: checked.isFetching || settled.columns !== columns || settled.rows !== rows,
    setColumn: (at: number, field: ListField | null): void =>
      setColumns(columns.map((one, i) => (i === at ? field : one === field ? null : one))),
    setCell: (number: number, at: number, text: string): void =>
      setRows(
        rows.map((row) =>
          row.number === number
            ? { ...row, cells: row.cells.map((cell, i) => (i === at ? text : cell)) }
            : row,
        ),
      ),
    dropRow: (number: number): void => setRows(rows.filter((row) => row.number !== number)),
    dropWrong: (wrong: ReadonlySet<number>): void => setRows(rows.filter(({ number }) => !wrong.has(number))),
  }
}
