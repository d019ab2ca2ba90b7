import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedSchema } from '#modules/rule-packs/published-schema.ts'

/** Writes docs/rule-pack.schema.json after a change to the format; a test says when that is due. */
const file = join(import.meta.dirname, '../docs/rule-pack.schema.json')
writeFileSync(file, `${JSON.stringify(publishedSchema(), null, 2)}\n`)
