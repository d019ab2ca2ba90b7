import type { ModuleRoutes } from '#server/http/routes.ts'
import { accountsRoutes } from './accounts/accounts.routes.ts'
import { ownPeopleRoutes, peopleRoutes } from './people/people.routes.ts'
import { checklistsRoutes } from './tasks/checklists.routes.ts'
import { tasksRoutes } from './tasks/tasks.routes.ts'

/** The routes of every module; the order does not matter. */
export const allRoutes: readonly ModuleRoutes[] = [accountsRoutes, peopleRoutes, ownPeopleRoutes, tasksRoutes, checklistsRoutes]
