import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Databases that tests copy: migrated and empty, or with the demo year. */
export const templates = { empty: 'softmob_template', demo: 'softmob_demo' } as const

/** A fresh database copied from a template; never dropped, the throw-away cluster goes as a whole. */
export async function cloneTemplate(
  adminUrl: string,
  template: keyof typeof templates = 'empty',
): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runAdmin(adminUrl, `create database ${name} template ${templates[template]}`)
  return databaseUrl(adminUrl, name)
}

/** The address of another database in the same cluster. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.toString()
}

export async function runAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
