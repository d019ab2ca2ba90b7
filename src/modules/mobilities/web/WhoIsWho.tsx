import { ActionIcon, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#web/layout/Section.tsx'
import { useFormat } from '#web/i18n/formatters.ts'
import { ActorMark } from '#web/parts/ActorMark.tsx'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import type { PartyRole } from '../party-roles.rules.ts'
import { contactDuties } from '../contact-duties.rules.ts'
import type { MobilityRecord } from './use-mobility.ts'
import classes from './WhoIsWho.module.css'

const ContactDialog = lazy(() => import('./ContactDialog.tsx'))

type Party = MobilityRecord['parties'][number]
export interface ContactAsked {
  role: PartyRole
  duty: string
}

/** All who take part, by role, with the people to call; what is missing stands where it belongs. */
export function WhoIsWho({ record, organisation }: { record: MobilityRecord; organisation: string }) {
  const { t } = useTranslation(['record', 'mobilities', 'tasks'])
  const [asked, setAsked] = useState<ContactAsked | null>(null)
  return (
    <Section title={t('record:who.title')}>
      <ul className={classes.parties}>
        {record.parties.map((party) => (
          <li key={`${party.role}-${party.organisation?.id ?? party.person?.id}`} className={classes.party}>
            <ActorMark role={party.role} />
            <div>
              <PartyName party={party} />
              <Contacts record={record} role={party.role} onAsk={setAsked} />
            </div>
          </li>
        ))}
      </ul>
      {!record.hosting && <p className={classes.missing}>{t('record:who.noHost')}</p>}
      {asked && (
        <Suspense>
          <ContactDialog
            record={record}
            organisation={organisation}
            asked={asked}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </Section>
  )
}

function PartyName({ party }: { party: Party }) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const { organisation, person } = party
  const place =
    organisation &&
    [organisation.town, organisation.country && format.country(organisation.country)].filter(Boolean)
  return (
    <>
      <strong>{organisation?.name ?? person?.name}</strong>
      {place && place.length > 0 && <span className={classes.quiet}> · {place.join(', ')}</span>}
      {organisation && !organisation.claimed && (
        <span className={classes.quiet}> · {t('record:who.noAccount')}</span>
      )}
      {person && (
        <div className={classes.lines}>
          {person.email && <MailLink address={person.email} />}
          {person.phone && <PhoneLink number={person.phone} />}
        </div>
      )}
    </>
  )
}

interface ContactsProps {
  record: MobilityRecord
  role: PartyRole
  onAsk: (asked: ContactAsked) => void
}

function Contacts({ record, role, onAsk }: ContactsProps) {
  const { t } = useTranslation(['record', 'tasks'])
  const may = record.may.editContacts.includes(role)
  const named = record.contacts.filter((contact) => contact.role === role)
  const open = may
    ? contactDuties(role).filter((duty) => !named.some((contact) => contact.duty === duty))
    : []
  return (
    <>
      {named.map((contact) => (
        <div key={contact.duty} className={classes.lines}>
          <span className={classes.quiet}>
            {t(`tasks:dutyName.${contact.duty}`, { defaultValue: contact.duty })}
          </span>
          <span>{contact.name}</span>
          {contact.email && <MailLink address={contact.email} />}
          {contact.phone && <PhoneLink number={contact.phone} />}
          {may && (
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t('record:who.edit', { name: contact.name })}
              onClick={() => onAsk({ role, duty: contact.duty })}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {open.length > 0 && (
        <div className={classes.lines}>
          {open.map((duty) => (
            <Button key={duty} variant="subtle" size="compact-sm" onClick={() => onAsk({ role, duty })}>
              {t('record:who.name', { duty: t(`tasks:dutyName.${duty}`) })}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
