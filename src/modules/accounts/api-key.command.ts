import type { Command } from '#server/command-line/commands.ts'
import { openDatabase } from '#server/database/database.ts'
import { insertKey } from './accounts.store.ts'

/** `api-key <e-mail>`: makes a key for that person and prints the key, and only the key. */
export const apiKeyCommand: Command = {
  name: 'api-key',
  usage: 'api-key <e-mail>',
  about: 'Make an API key for a person and print it',
  needsInstance: true,
  run: async ([email], instance) => {
    if (!email || !instance) throw new Error('Whose key? Give an e-mail address: api-key anna@example.org')
    const database = openDatabase(instance.databaseUrl, { connections: 1 })
    try {
      const made = await database.transaction({ kind: 'system' }, async (db) => {
        const user = await db
          .selectFrom('identity.user')
          .select('id')
          .where('email', '=', email.toLowerCase())
          .executeTakeFirst()
        if (!user) throw new Error(`Nobody here signs in with ${email}.`)
        return insertKey(db, user.id, 'command line')
      })
      console.log(made.key)
    } finally {
      await database.close()
    }
  },
}
