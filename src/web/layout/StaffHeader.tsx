import { ActionIcon, Burger, Kbd, UnstyledButton } from '@mantine/core'
import { IconHelpCircle, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Me } from '#web/api/use-me.ts'
import { paths } from '#web/paths.ts'
import { OrganisationSwitcher } from './OrganisationSwitcher.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { Wordmark } from './Wordmark.tsx'
import classes from './StaffHeader.module.css'

interface StaffHeaderProps {
  me: Me
  organisation: string
  notices?: ReactNode
  help?: string | undefined
  onMenu: () => void
  onSearch: () => void
}

/** Who one is, for whom one works, and the way to anything. */
export function StaffHeader({ me, organisation, notices, help, onMenu, onSearch }: StaffHeaderProps) {
  const { t } = useTranslation('web')
  return (
    <header className={classes.header}>
      <Burger className={classes.menu} size="sm" onClick={onMenu} aria-label={t('web:layout.menu')} />
      <Link className={classes.home} to={paths.organisation(organisation)} title={t('web:layout.home')}>
        <Wordmark />
      </Link>
      <OrganisationSwitcher me={me} organisation={organisation} />
      <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K /">
        <IconSearch size={16} aria-hidden />
        <span className={classes.words}>{t('web:search.button')}</span>
        <Kbd size="xs" aria-hidden className={classes.keys}>
          {shortcut}
        </Kbd>
      </UnstyledButton>
      <div className={classes.end}>
        {notices}
        {help && (
          <ActionIcon
            component={Link}
            to={help}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('web:layout.help')}
          >
            <IconHelpCircle size={20} aria-hidden />
          </ActionIcon>
        )}
        <PersonMenu me={me} />
      </div>
    </header>
  )
}

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'
