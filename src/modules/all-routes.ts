import type { ModuleRoutes } from '#server/http/routes.ts'
import { accountsRoutes } from './accounts/accounts.routes.ts'

/** The routes of every module; the order does not matter. */
export const allRoutes: readonly ModuleRoutes[] = [accountsRoutes]
