import { Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { When } from '#web/i18n/When.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { paths } from '#web/paths.ts'
import { isCertificate } from '../kinds.rules.ts'
import type { Listed } from './paper-answers.ts'
import { PaperList } from './PapersSection.tsx'
import { StandingMark } from './StandingMark.tsx'
import classes from './papers.module.css'

interface PapersTableProps {
  organisation: string
  people: readonly Listed[]
  chosen: ReadonlySet<string>
  /** The rows belong to the question before: nobody is chosen from them. */
  updating: boolean
  onChoose: (chosen: ReadonlySet<string>) => void
}

const columns = ['identity', 'ehic', 'insurance', 'visa'] as const

/** People of a flow and how each paper stands; a paper opens all of that person's. */
export function PapersTable({ organisation, people, chosen, updating, onChoose }: PapersTableProps) {
  const { t } = useTranslation('papers')
  const [open, setOpen] = useState<Listed | null>(null)
  const all = people.every(({ mobilityId }) => chosen.has(mobilityId))
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.box}>
              <Checkbox
                size="sm"
                aria-label={t('papers:chooseAll')}
                checked={all}
                disabled={updating}
                indeterminate={!all && chosen.size > 0}
                onChange={() => onChoose(new Set(all ? [] : people.map(({ mobilityId }) => mobilityId)))}
              />
            </th>
            <th scope="col">{t('papers:column.name')}</th>
            <th scope="col">{t('papers:column.leaves')}</th>
            {columns.map((kind) => (
              <th key={kind} scope="col">
                {t(`papers:kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('papers:column.certificates')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <PersonRow
              key={one.mobilityId}
              organisation={organisation}
              person={one}
              chosen={chosen.has(one.mobilityId)}
              disabled={updating}
              onToggle={() => toggle(one.mobilityId)}
              onOpen={() => setOpen(one)}
            />
          ))}
        </tbody>
      </table>
      {open && <PersonDialog organisation={organisation} person={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

interface PersonRowProps {
  organisation: string
  person: Listed
  chosen: boolean
  disabled: boolean
  onToggle: () => void
  onOpen: () => void
}

function PersonRow({ organisation, person, chosen, disabled, onToggle, onOpen }: PersonRowProps) {
  const { t } = useTranslation('papers')
  const format = useFormat()
  const cell = ({ kind, standing, shortBy }: Listed['cells'][number], named: boolean) => (
    <button key={kind} type="button" className={classes.cell} onClick={onOpen}>
      {named && <span className={classes.quiet}>{t(`papers:kind.${kind}`)} </span>}
      <StandingMark standing={standing} shortBy={shortBy} />
    </button>
  )
  return (
    <tr>
      <td className={classes.box}>
        <Checkbox
          size="sm"
          aria-label={t('papers:choose', { name: person.participant })}
          checked={chosen}
          disabled={disabled}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <Link to={paths.mobility(organisation, person.mobilityId)} className={classes.name}>
          {person.participant}
        </Link>
        <p className={classes.quiet}>
          {[
            person.flow?.name,
            person.askedOn && t('papers:askedOn', { day: format.date(person.askedOn, 'short') }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </th>
      <td>
        {person.departure && <When day={person.departure} />}
        <p className={classes.quiet}>{person.country && format.country(person.country)}</p>
      </td>
      {columns.map((kind) => {
        const found = person.cells.find((one) => one.kind === kind)
        return <td key={kind}>{found && cell(found, false)}</td>
      })}
      <td>{person.cells.filter(({ kind }) => isCertificate(kind)).map((one) => cell(one, true))}</td>
    </tr>
  )
}

/** All papers of one person, without leaving the list. */
function PersonDialog({
  organisation,
  person,
  onClose,
}: {
  organisation: string
  person: Listed
  onClose: () => void
}) {
  const { t } = useTranslation(['papers', 'web'])
  const read = useApi('GET /organisations/:organisation/mobilities/:mobility/papers', {
    params: { organisation, mobility: person.mobilityId },
  })
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('papers:of', { name: person.participant })}
      closeButtonProps={{ 'aria-label': t('web:action.close') }}
    >
      <ProblemNote problem={read.error} retry={() => void read.refetch()} />
      {read.data ? (
        <PaperList organisation={organisation} mobility={person.mobilityId} record={read.data} />
      ) : (
        <SkeletonRows rows={4} height={44} />
      )}
    </Modal>
  )
}
