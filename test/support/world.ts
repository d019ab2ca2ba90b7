import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { insertKey } from '#modules/accounts/accounts.store.ts'
import { permissionsOf, type Role } from '#modules/organisations/permissions.rules.ts'
import { insertMembership, insertOrganisation } from '#modules/organisations/organisations.store.ts'
import type { MemberActor, PersonActor } from '#server/actor.ts'
import { readConfig } from '#server/config.ts'
import { runAs, type Context } from '#server/context.ts'
import { startServices, type Running } from '#server/start.ts'
import { cloneTemplate } from './databases.ts'

/** An answer of the API in a test. */
export interface TestAnswer {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers freely; shapes are checked by the contract
  body: any
  headers: Record<string, string | string[] | number | undefined>
  text: string
}

/** Somebody who calls the API. */
export interface Client {
  userId: string
  email: string
  get(path: string): Promise<TestAnswer>
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>
  upload(
    path: string,
    file: { name: string; bytes: Uint8Array },
    fields?: Record<string, string>,
  ): Promise<TestAnswer>
}

export interface Member extends Client {
  organisationId: string
  actor: MemberActor
  /** Runs an action as this member in one transaction, as a route does. */
  run<T>(work: (context: Context) => Promise<T>): Promise<T>
}

/** A running SoftMob on a database of its own; time stands still until a test moves it. */
export interface World extends Omit<Running, 'stop'> {
  setToday(day: string): void
  organisation(values: {
    name: string
    kind: 'sending' | 'hosting' | 'company' | 'other'
    country?: string
    town?: string
  }): Promise<string>
  member(organisationId: string, roles: Role[], name?: string): Promise<Member>
  /** A signed-in person without a membership (participant, guardian). */
  person(name: string, email?: string): Promise<Client & { actor: PersonActor }>
  anonymous(headers?: Record<string, string>): Client
  asSystem<T>(work: (context: Context) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** Opens a world on a fresh copy of the migrated template. `jobs: true` lets background jobs run. */
export async function openWorld(options: { today?: string; jobs?: boolean } = {}): Promise<World> {
  const url = await cloneTemplate(inject('adminUrl'))
  const dataDirectory = await mkdtemp(join(tmpdir(), 'softmob-test-'))
  const time = { now: new Date(`${options.today ?? '2027-03-01'}T09:00:00Z`) }
  const config = readConfig(
    {},
    {
      dataDirectory,
      logLevel: 'silent',
      rateLimit: 0,
      runJobs: options.jobs ?? false,
      databaseConnections: 6,
    },
  )
  const running = await startServices(config, url, () => time.now)
  const world: World = {
    ...running,
    setToday: (day) => {
      time.now = new Date(`${day}T09:00:00Z`)
    },
    organisation: (values) =>
      world.asSystem(async (context) => {
        const row = await insertOrganisation(context, {
          country: 'IT',
          town: 'Verona',
          ...values,
          claimed_at: context.now,
        })
        return row.id
      }),
    member: (organisationId, roles, name = roles.join(' ')) => newMember(world, organisationId, roles, name),
    person: (name, email) => newPerson(world, name, email),
    anonymous: (headers = {}) => clientOf(running, { userId: '', email: '' }, headers),
    asSystem: (work) => runAs(running.services, { kind: 'system', name: 'test' }, work),
    stop: async () => {
      await running.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
  return world
}

async function newUser(world: World, name: string, email: string): Promise<{ userId: string; key: string }> {
  const userId = randomUUID()
  return world.asSystem(async ({ db }) => {
    await db.insertInto('identity.user').values({ id: userId, name, email, emailVerified: true }).execute()
    const { key } = await insertKey(db, userId, 'test')
    return { userId, key }
  })
}

async function newMember(world: World, organisationId: string, roles: Role[], name: string): Promise<Member> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 8)}@example.org`
  const { userId, key } = await newUser(world, name, email)
  const membership = await world.asSystem((context) =>
    insertMembership(context, {
      organisation_id: organisationId,
      user_id: userId,
      name,
      email,
      roles,
      named_mobilities_only: roles.includes('accompanying'),
    }),
  )
  const actor: MemberActor = {
    kind: 'member',
    userId,
    name,
    email,
    language: 'en',
    personIds: [],
    organisationId,
    membershipId: membership.id,
    roles,
    permissions: permissionsOf(roles),
    namedMobilitiesOnly: membership.named_mobilities_only,
  }
  const client = clientOf(world, { userId, email }, { authorization: `Bearer ${key}` })
  return { ...client, organisationId, actor, run: (work) => runAs(world.services, actor, work) }
}

async function newPerson(
  world: World,
  name: string,
  given?: string,
): Promise<Client & { actor: PersonActor }> {
  const email = given ?? `${randomUUID().slice(0, 8)}@example.org`
  const { userId, key } = await newUser(world, name, email)
  const actor: PersonActor = { kind: 'person', userId, name, email, language: 'en', personIds: [] }
  return { ...clientOf(world, { userId, email }, { authorization: `Bearer ${key}` }), actor }
}

function clientOf(
  running: Pick<Running, 'app'>,
  who: { userId: string; email: string },
  headers: Record<string, string>,
): Client {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) => {
    const payload = body === undefined ? {} : { payload: body as object }
    const answer = await running.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, ...more },
      ...payload,
    })
    const json = String(answer.headers['content-type'] ?? '').includes('json')
    return {
      status: answer.statusCode,
      body: json ? (answer.json() as unknown) : undefined,
      headers: answer.headers,
      text: answer.body,
    }
  }
  return {
    ...who,
    get: (path) => call('GET', path),
    send: call,
    upload: (path, file, fields = {}) => {
      const { payload, contentType } = multipartOf(file, fields)
      return call('POST', path, payload, { 'content-type': contentType })
    },
  }
}

function multipartOf(
  file: { name: string; bytes: Uint8Array },
  fields: Record<string, string>,
): { payload: Buffer; contentType: string } {
  const boundary = `softmob${randomUUID()}`
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  parts.push(
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(file.bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  )
  return { payload: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${boundary}` }
}
