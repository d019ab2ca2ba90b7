import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Found, NavigationItem, SearchProvider } from './navigation.ts'

interface CommandPaletteProps {
  /** Counts how often it was asked for; each time opens it. */
  asked: number
  pages: readonly NavigationItem[]
  search?: SearchProvider | undefined
}

/** One box from which everything is reached: pages by name, things by search. */
export default function CommandPalette({ asked, pages, search }: CommandPaletteProps) {
  const { t } = useTranslation('web')
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const { found, searching } = useFound(text, search)
  useEffect(() => {
    if (asked > 0) spotlight.open()
  }, [asked])
  const go = (to: string) => () => void navigate(to)
  const wanted = text.trim().toLocaleLowerCase()
  const pageActions = pages
    .filter((page) => page.label.toLocaleLowerCase().includes(wanted))
    .map(({ to, label, icon: Icon }) => ({
      id: to,
      label,
      onClick: go(to),
      leftSection: <Icon size={18} aria-hidden />,
    }))
  const groups: SpotlightActionGroupData[] = [
    ...grouped(found, t('web:search.found')).map(([group, things]) => ({
      group,
      actions: things.map(({ id, label, description, to }) => ({
        id,
        label,
        onClick: go(to),
        ...(description ? { description } : {}),
      })),
    })),
    ...(pageActions.length > 0 ? [{ group: t('web:search.pages'), actions: pageActions }] : []),
  ]
  return (
    <Spotlight
      shortcut={null}
      query={text}
      onQueryChange={setText}
      // The list is already what was asked for; filtering it again would hide matches in other fields.
      filter={(_, actions) => actions}
      actions={groups}
      nothingFound={t(searching ? 'web:search.searching' : 'web:search.nothing')}
      scrollable
      maxHeight="60vh"
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('web:search.placeholder'),
        'aria-label': t('web:search.placeholder'),
      }}
    />
  )
}

/** Asks once typing pauses; what was found before stays while the next answer is on its way. */
function useFound(text: string, search: SearchProvider | undefined) {
  const [wanted] = useDebouncedValue(text.trim(), 150)
  const enabled = search !== undefined && wanted.length > 1
  const { data, isFetching } = useQuery<readonly Found[]>({
    queryKey: ['palette', wanted],
    queryFn: ({ signal }) => search?.(wanted, signal) ?? Promise.resolve([]),
    placeholderData: keepPreviousData,
    enabled,
    retry: false,
  })
  return { found: enabled ? (data ?? []) : [], searching: isFetching }
}

function grouped(found: readonly Found[], otherwise: string): [string, Found[]][] {
  const groups = new Map<string, Found[]>()
  for (const thing of found) {
    const group = thing.group ?? otherwise
    groups.set(group, [...(groups.get(group) ?? []), thing])
  }
  return [...groups]
}
