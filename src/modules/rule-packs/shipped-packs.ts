import { countryCodes } from '#shared/countries.ts'
import es2021 from './packs/2021-ES.json' with { type: 'json' }
import es2022 from './packs/2022-ES.json' with { type: 'json' }
import es2023 from './packs/2023-ES.json' with { type: 'json' }
import es2024 from './packs/2024-ES.json' with { type: 'json' }
import es2025 from './packs/2025-ES.json' with { type: 'json' }
import es2026 from './packs/2026-ES.json' with { type: 'json' }
import { draftPack } from './draft-pack.rules.ts'
import { rulePackSchema, type RulePack } from './rule-pack.rules.ts'

const files: readonly unknown[] = [es2021, es2022, es2023, es2024, es2025, es2026]
let read: RulePack[] | undefined
const drafts = new Map<string, RulePack>()

/** The packs that come with SoftMob, oldest call first; always the same objects. */
export function shippedPacks(): readonly RulePack[] {
  read ??= files.map((file) => rulePackSchema.parse(file))
  return read
}

/**
 * The pack of that name: a shipped one, or for another country of a shipped call year (`2026-IT`) a draft with what the programme pays
 * everywhere and without daily rates. Undefined for any other name.
 */
export function packNamed(name: string): RulePack | undefined {
  const shipped = shippedPacks().find((pack) => pack.name === name)
  if (shipped) return shipped
  const [, year = '', country = ''] = /^(\d{4})-([A-Z]{2})$/.exec(name) ?? []
  const template = shippedPacks().find(({ callYear }) => callYear === Number(year))
  if (!template || !mayHaveAgency(template, country)) return undefined
  const draft = drafts.get(name) ?? draftPack(template, country)
  drafts.set(name, draft)
  return draft
}

/** Agencies are in the countries of the programme, which the pack lists as not international. */
function mayHaveAgency(pack: RulePack, country: string): boolean {
  if (!countryCodes.includes(country)) return false
  return pack.countryGroups.some(
    ({ international, countries }) => !international && countries.includes(country),
  )
}
