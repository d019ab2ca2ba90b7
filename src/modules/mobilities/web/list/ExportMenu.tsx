import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Filters } from './list-state.ts'

/** The filtered list as a file. */
export function ExportMenu({ organisation, filters }: { organisation: string; filters: Filters }) {
  const { t } = useTranslation('mobilities-list')
  const address = (format: 'csv' | 'xlsx'): string => {
    const query = new URLSearchParams({ format })
    for (const [name, value] of Object.entries(filters))
      for (const one of [value].flat()) query.append(name, String(one))
    return `/api/v1/organisations/${organisation}/mobilities/export?${query.toString()}`
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('mobilities-list:export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={address(format)} download>
            {t(`mobilities-list:export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
