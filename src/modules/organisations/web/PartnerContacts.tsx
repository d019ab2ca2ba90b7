import { Button, Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { refresh } from '#web/api/use-api.ts'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { MailLink } from '#web/parts/Reach.tsx'
import { duties, type Duty } from '../duties.rules.ts'
import type { DutyAnswer } from './Duties.tsx'
import { DutyToday } from './DutyToday.tsx'
import { HoldersDialog } from './HoldersDialog.tsx'
import type { PartnerAnswer } from './PartnerPage.tsx'
import classes from './organisations.module.css'

interface PartnerContactsProps {
  organisation: string
  partner: PartnerAnswer
  whyNot: string | null
}

const nobodyYet = (duty: Duty): DutyAnswer => ({
  duty,
  holders: [],
  today: { kind: 'nobody', holder: null, reason: 'no-holder', backOn: null },
})

/** Whom to ask for what at the partner; tasks go to whoever has the duty on the day. */
export function PartnerContacts({ organisation, partner, whyNot }: PartnerContactsProps) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const [changing, setChanging] = useState<DutyAnswer | null>(null)
  const free = duties.filter((duty) => !partner.contacts.some((contact) => contact.duty === duty))
  return (
    <Section
      title={t('organisations:partners.contacts')}
      actions={
        whyNot ? (
          <ReasonButton size="xs" variant="default" whyNot={whyNot} onClick={() => undefined}>
            {t('organisations:partners.addContact')}
          </ReasonButton>
        ) : (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default">
                {t('organisations:partners.addContact')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((duty) => (
                <Menu.Item key={duty} onClick={() => setChanging(nobodyYet(duty))}>
                  {t(`organisations:duty.${duty}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      }
    >
      {partner.contacts.length === 0 && (
        <p className={classes.quiet}>{t('organisations:partners.noContacts')}</p>
      )}
      {partner.contacts.map((contact) => (
        <Contact key={contact.duty} contact={contact} onChange={whyNot ? null : () => setChanging(contact)} />
      ))}
      {changing && (
        <HoldersDialog
          duty={changing}
          members={[]}
          onClose={() => setChanging(null)}
          send={async (holders) => {
            await api('PUT /organisations/:organisation/partners/:partner/contacts/:duty', {
              params: { organisation, partner: partner.id, duty: changing.duty as Duty },
              body: { holders },
            })
            await refresh(client, ['GET /organisations/:organisation/partners/:partner'])
          }}
        />
      )}
    </Section>
  )
}

function Contact({ contact, onChange }: { contact: DutyAnswer; onChange: (() => void) | null }) {
  const { t } = useTranslation('organisations')
  const duty = t(`organisations:duty.${contact.duty}`, { defaultValue: contact.duty })
  return (
    <div className={classes.more}>
      <div>
        <strong>{duty}</strong>
        <p className={classes.quiet}>
          {t('organisations:duties.today')}: <DutyToday duty={contact} />
        </p>
        <ol className={classes.holders}>
          {contact.holders.map((holder) => (
            <li key={holder.id}>
              {holder.name}
              {holder.email && (
                <>
                  {' · '}
                  <MailLink address={holder.email} />
                </>
              )}
              {holder.phone && ` · ${holder.phone}`}
            </li>
          ))}
        </ol>
      </div>
      {onChange && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('organisations:duties.change')}: ${duty}`}
          onClick={onChange}
        >
          {t('organisations:duties.change')}
        </Button>
      )}
    </div>
  )
}
