import {
  IconAddressBook,
  IconArrowsExchange,
  IconBuildings,
  IconBuildingFactory2,
  IconCalendarEvent,
  IconFileImport,
  IconFolder,
  IconId,
  IconListCheck,
  IconPuzzle,
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
  companies: IconBuildingFactory2,
  matching: IconPuzzle,
  papers: IconId,
  partners: IconBuildings,
  checklists: IconListCheck,
  imports: IconFileImport,
  members: IconUsers,
  settings: IconSettings,
}
