import { z } from 'zod'
import { rulePackSchema } from './rule-pack.rules.ts'

/** The JSON Schema (draft 2020-12) of a pack file, published as docs/rule-pack.schema.json. */
export function publishedSchema(): Record<string, unknown> {
  return {
    $id: 'https://softmob.example/schemas/rule-pack-1.json',
    title: 'SoftMob rule pack',
    description:
      'What the Erasmus+ programme and one National Agency pay for VET mobility in one call year. See docs/grants.md.',
    ...z.toJSONSchema(rulePackSchema, { target: 'draft-2020-12', io: 'input' }),
  }
}
