import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { listFields, type ListField } from '../list-fields.rules.ts'
import type { ListRead } from './CompanyListPage.tsx'
import classes from './company-list.module.css'
import { useList, type CheckedRow } from './use-list.ts'

interface ListRowsProps {
  organisation: string
  list: ListRead
  onGiveUp: () => void
  onDone: (answer: AnswerOf<'POST /organisations/:organisation/company-list'>) => void
}

/** Rows at first; with hundreds the mistakes matter, and they come first. */
const shownAtFirst = 50

/** What each column means, and the rows: those with mistakes first, mended in place. */
export function ListRows({ organisation, list: read, onGiveUp, onDone }: ListRowsProps) {
  const { t } = useTranslation('company-list')
  const list = useList(organisation, read)
  const [shown, setShown] = useState(shownAtFirst)
  const send = useApiMutation('POST /organisations/:organisation/company-list', {
    onDone: (answer) => onDone(answer),
  })
  const wrong = new Set(
    [...list.checked.values()].filter(({ problems }) => problems.length > 0).map(({ number }) => number),
  )
  const ready = list.rows.length - wrong.size
  const ordered = list.rows.toSorted(
    (a, b) => Number(wrong.has(b.number)) - Number(wrong.has(a.number)) || a.number - b.number,
  )
  const whyNot = !list.columns.includes('name')
    ? t('company-list:nameNeeded')
    : list.rows.length === 0
      ? t('company-list:nothingLeft')
      : list.checking
        ? t('company-list:checking')
        : wrong.size > 0
          ? t('company-list:mendFirst', { count: wrong.size })
          : null
  return (
    <Section
      title={t('company-list:rows')}
      actions={
        <>
          <Button variant="default" size="sm" onClick={onGiveUp}>
            {t('company-list:giveUp')}
          </Button>
          {wrong.size > 0 && (
            <Button variant="default" size="sm" onClick={() => list.dropWrong(wrong)}>
              {t('company-list:dropWrong', { count: wrong.size })}
            </Button>
          )}
          <ReasonButton
            size="sm"
            loading={send.isPending}
            whyNot={whyNot}
            onClick={() =>
              send.mutate({ params: { organisation }, body: { columns: list.columns, rows: list.rows } })
            }
          >
            {t('company-list:bringIn', { count: list.rows.length })}
          </ReasonButton>
        </>
      }
    >
      <p role="status">
        {list.checking ? t('company-list:checking') : t('company-list:counts', { ready, wrong: wrong.size })}
      </p>
      <ProblemNote problem={list.problem ?? send.error} />
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('company-list:row')}</th>
              <th scope="col">{t('company-list:result')}</th>
              {read.columns.map((column, at) => (
                <th scope="col" key={column.name} className={classes.column}>
                  <Select
                    size="xs"
                    aria-label={t('company-list:meaning', { column: column.name })}
                    description={column.name}
                    clearable
                    searchable
                    placeholder={t('company-list:leftOut')}
                    data={listFields.map((value) => ({ value, label: t(`company-list:field.${value}`) }))}
                    value={list.columns[at] ?? null}
                    onChange={(field) => list.setColumn(at, field as ListField | null)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, shown).map((row) => (
              <Row
                key={row.number}
                row={row}
                columns={list.columns}
                checked={list.checked.get(row.number)}
                onCell={(at, text) => list.setCell(row.number, at, text)}
                onDrop={() => list.dropRow(row.number)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > shown && (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + 200)}>
          {t('company-list:more', { count: ordered.length - shown })}
        </Button>
      )}
    </Section>
  )
}

interface RowProps {
  row: ListRead['rows'][number]
  columns: readonly (ListField | null)[]
  checked: CheckedRow | undefined
  onCell: (at: number, text: string) => void
  onDrop: () => void
}

function Row({ row, columns, checked, onCell, onDrop }: RowProps) {
  const { t } = useTranslation('company-list')
  const problems = new Map((checked?.problems ?? []).map(({ field, code }) => [field, code]))
  const unseen = [...problems].filter(([field]) => !columns.includes(field))
  return (
    <tr>
      <td className={tables.number}>
        {row.number}
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('company-list:drop', { row: row.number })}
          onClick={onDrop}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </td>
      <td>
        {checked && problems.size === 0 && (
          <>
            {t(`company-list:company.${checked.company}`)}
            {checked.position && (
              <div className={tables.quiet}>{t(`company-list:position.${checked.position}`)}</div>
            )}
          </>
        )}
        {problems.size > 0 && (
          <span className={tables.warn}>{t('company-list:toMend', { count: problems.size })}</span>
        )}
        {unseen.map(([field, code]) => (
          <div key={field} className={tables.warn}>
            {t(`company-list:field.${field}`)}: {t(`company-list:problem.${code}`)}
          </div>
        ))}
      </td>
      {row.cells.map((cell, at) => {
        const field = columns[at] ?? null
        const code = field === null ? undefined : problems.get(field)
        if (code === undefined)
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a column's place is what it is
            <td key={at} className={field === null ? tables.quiet : undefined}>
              {cell}
            </td>
          )
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a column's place is what it is
          <td key={at}>
            <TextInput
              size="xs"
              aria-label={t('company-list:mend', {
                field: t(`company-list:field.${field}`),
                row: row.number,
              })}
              defaultValue={cell}
              error={t(`company-list:problem.${code}`)}
              onBlur={(event) => event.currentTarget.value !== cell && onCell(at, event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          </td>
        )
      })}
    </tr>
  )
}
