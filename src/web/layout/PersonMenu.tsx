import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconDevices, IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { languages, spokenLanguage, type LanguageCode } from '#shared/languages.ts'
import { useApiMutation } from '#web/api/use-api.ts'
import type { Me } from '#web/api/use-me.ts'
import { speak } from '#web/i18n/i18n.ts'
import { paths } from '#web/paths.ts'
import { useSignOut } from './use-sign-out.ts'
import classes from './PersonMenu.module.css'

const schemes = ['light', 'dark', 'auto'] as const

/** What belongs to the person: language, light or dark, devices, the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const { t, i18n } = useTranslation('web')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = useChooseLanguage()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          className={classes.person}
          aria-label={`${initials(me.name)}, ${t('web:person.menu', { name: me.name })}`}
        >
          {initials(me.name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('web:person.language')}</Menu.Label>
        <Menu.RadioGroup
          value={spokenLanguage(i18n.language)}
          onChange={(code) => choose(code as LanguageCode)}
        >
          {languages.map(({ code, name }) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('web:person.appearance')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`web:appearance.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to={paths.account()} leftSection={<IconDevices size={16} aria-hidden />}>
          {t('web:person.account')}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()} leftSection={<IconLogout size={16} aria-hidden />}>
          {t('web:person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Speaks the language at once and keeps it with the person, for mails and other devices. */
function useChooseLanguage(): (language: LanguageCode) => void {
  const client = useQueryClient()
  const save = useApiMutation('PATCH /me', { invalidates: ['GET /me'] })
  return (language) => {
    void client.cancelQueries({ queryKey: ['GET /me'] })
    client.setQueriesData<Me>({ queryKey: ['GET /me'] }, (me) => me && { ...me, language })
    void speak(language)
    save.mutate({ body: { language } })
  }
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
