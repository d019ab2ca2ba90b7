import { randomUUID } from 'node:crypto'
import pg from 'pg'

export const templateName = 'softmob_template'

/** A fresh database copied from the migrated template; never dropped, the throw-away cluster goes as a whole. */
export async function cloneTemplate(adminUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runAdmin(adminUrl, `create database ${name} template ${templateName}`)
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
