import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useMay } from '#web/api/use-me.ts'
import { usePages } from '#web/api/use-pages.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { MoreRows } from './MoreRows.tsx'
import classes from './organisations.module.css'

export type Member = AnswerOf<'GET /organisations/:organisation/members'>['items'][number]

/** The members with their roles and duties, and whether they are away. */
export function Members({ organisation }: { organisation: string }) {
  const { t } = useTranslation('organisations')
  const members = usePages('GET /organisations/:organisation/members', {
    params: { organisation },
    query: { limit: 100 },
  })
  const [dialog, setDialog] = useState<{ kind: 'roles' | 'absence'; member: Member } | null>(null)
  const close = (): void => setDialog(null)
  return (
    <Section title={t('organisations:members.title')}>
      {members.loading && <SkeletonRows rows={4} />}
      <ProblemNote problem={members.problem} retry={members.retry} />
      {members.rows.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('organisations:field.name')}</th>
                <th scope="col">{t('organisations:field.email')}</th>
                <th scope="col">{t('organisations:members.roles')}</th>
                <th scope="col">{t('organisations:members.duties')}</th>
                <th scope="col">{t('organisations:members.change')}</th>
              </tr>
            </thead>
            <tbody>
              {members.rows.map((member) => (
                <MemberRow key={member.id} member={member} onOpen={(kind) => setDialog({ kind, member })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows pages={members} />
      {dialog?.kind === 'roles' && (
        <MemberDialog
          organisation={organisation}
          member={dialog.member}
          members={members.rows}
          onClose={close}
        />
      )}
      {dialog?.kind === 'absence' && (
        <AbsenceDialog organisation={organisation} member={dialog.member} onClose={close} />
      )}
    </Section>
  )
}

interface MemberRowProps {
  member: Member
  onOpen: (kind: 'roles' | 'absence') => void
}

function MemberRow({ member, onOpen }: MemberRowProps) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const manages = useMay()('members.manage')
  const { name } = member
  return (
    <tr>
      <td>
        <span className={classes.name}>{name}</span>{' '}
        {member.self && <Badge variant="light">{t('organisations:members.you')}</Badge>}
        {(member.absentFrom || member.absentUntil) && <Away member={member} />}
      </td>
      <td>{member.email}</td>
      <td>
        {format.list(member.roles.map((role) => t(`organisations:role.${role}`, { defaultValue: role })))}
        {member.namedMobilitiesOnly && (
          <p className={classes.quiet}>{t('organisations:members.namedOnly')}</p>
        )}
      </td>
      <td>
        {format.list(member.duties.map((duty) => t(`organisations:duty.${duty}`, { defaultValue: duty })))}
      </td>
      <td>
        <div className={classes.buttons}>
          {manages && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('organisations:members.roles')}: ${name}`}
              onClick={() => onOpen('roles')}
            >
              {t('organisations:members.roles')}
            </Button>
          )}
          {(manages || member.self) && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('organisations:members.away')}: ${name}`}
              onClick={() => onOpen('absence')}
            >
              {t('organisations:members.away')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

/** From when until when somebody is away, as far as it is known. */
export function Away({ member }: { member: { absentFrom: string | null; absentUntil: string | null } }) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  const { absentFrom: from, absentUntil: until } = member
  if (from && until)
    return (
      <p className={classes.quiet}>
        {t('organisations:away.range', { range: format.dateRange(from, until) })}
      </p>
    )
  return (
    <p className={classes.quiet}>
      {from && t('organisations:away.from', { date: format.date(from) })}
      {until && t('organisations:away.until', { date: format.date(until) })}
    </p>
  )
}
