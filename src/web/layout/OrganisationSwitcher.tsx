import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Me } from '#web/api/use-me.ts'
import { paths } from '#web/paths.ts'
import classes from './OrganisationSwitcher.module.css'

/** For whom one works here; with several memberships, the way from one to the other. */
export function OrganisationSwitcher({ me, organisation }: { me: Me; organisation: string }) {
  const { t } = useTranslation('web')
  const navigate = useNavigate()
  const here = me.memberships.find((membership) => membership.organisation.id === organisation)
  const own = me.participations + me.guardianships > 0
  if (me.memberships.length < 2 && !own)
    return <span className={classes.name}>{here?.organisation.name}</span>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          className={classes.switch}
          variant="subtle"
          color="gray"
          size="compact-md"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {here?.organisation.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('web:layout.workFor')}</Menu.Label>
        <Menu.RadioGroup value={organisation} onChange={(id) => void navigate(paths.organisation(id))}>
          {me.memberships.map(({ organisation: { id, name } }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {own && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void navigate(paths.me())}>{t('web:layout.ownPages')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
