import { spokenLanguage } from '#shared/languages.ts'
import { routes } from '#server/http/routes.ts'
import { version } from '#server/version.ts'
import { permissionsOf } from '#modules/organisations/permissions.rules.ts'
import { portalOf } from '#modules/organisations/portals.rules.ts'
import { accountsContract } from './accounts.contract.ts'
import { demoSignIns } from './demo-sign-ins.ts'
import * as actions from './accounts.actions.ts'
import * as store from './accounts.store.ts'

export const accountsRoutes = routes(accountsContract, {
  instance: async (context) => {
    const { demo } = context.services.config
    return {
      version,
      demo,
      needsSetUp: await actions.needsSetUp(context),
      demoSignIns: demo ? demoSignIns : [],
    }
  },
  me: async ({ db, actor }) => {
    const user = actions.userOf(actor)
    const memberships = await store.membershipsOf(db, user.userId)
    return {
      id: user.userId,
      name: user.name,
      email: user.email,
      language: spokenLanguage(user.language),
      memberships: memberships.map(({ roles, ...organisation }) => ({
        organisation,
        roles,
        permissions: [...permissionsOf(roles)],
        portal: portalOf(organisation.kind),
      })),
      ...(await store.countOwnMobilities(db, user.personIds)),
    }
  },
  updateMe: async ({ db, actor, now }, { body }) => {
    const row = await store.updateUser(db, actions.userOf(actor).userId, body, now)
    return { name: row.name, language: spokenLanguage(row.language) }
  },
  sessions: async ({ db, actor, now }) => {
    const rows = await store.sessionsOf(db, actions.userOf(actor).userId, now)
    return {
      items: rows.map((row) => ({
        id: row.id,
        since: row.createdAt.toISOString(),
        until: row.expiresAt.toISOString(),
        device: row.userAgent,
        address: row.ipAddress,
      })),
    }
  },
  endSession: (context, { params }) => actions.endSession(context, params.session),
  keys: async ({ db, actor }) => {
    const rows = await store.keysOf(db, actions.userOf(actor).userId)
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        hint: row.hint,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      })),
    }
  },
  createKey: ({ db, actor }, { body }) => store.insertKey(db, actions.userOf(actor).userId, body.name),
  revokeKey: (context, { params }) => actions.revokeKey(context, params.key),
})
