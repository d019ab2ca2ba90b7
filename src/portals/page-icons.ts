import {
  IconAddressBook,
  IconArrowsExchange,
  IconBuildings,
  IconCalendarEvent,
  IconFileImport,
  IconFolder,
  IconListCheck,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react'

/** One picture for each page, the same in every portal. */
export const pageIcons = {
  today: IconSun,
  mobilities: IconArrowsExchange,
  flows: IconCalendarEvent,
  projects: IconFolder,
  people: IconAddressBook,
  partners: IconBuildings,
  checklists: IconListCheck,
  imports: IconFileImport,
  members: IconUsers,
  settings: IconSettings,
}
