import countries from 'i18n-iso-countries/index.js'
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' }
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' }
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' }
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' }
import pl from 'i18n-iso-countries/langs/pl.json' with { type: 'json' }
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' }
import { searchKey } from './search-key.rules.ts'

/**
 * Codes that are not ISO 3166-1 but stand in mobility lists: the EU's own EL and UK (Interinstitutional style guide, 7.1.1), and those
 * of old Erasmus institution codes (`E  VALENCI01`, `IRLDUBLIN01`).
 */
// prettier-ignore
const otherCodes: Record<string, string> = {
  uk: 'GB', el: 'GR', a: 'AT', b: 'BE', d: 'DE', e: 'ES', f: 'FR', g: 'GR', i: 'IT', n: 'NO', p: 'PT', s: 'SE', sf: 'FI',
  irl: 'IE', lux: 'LU', fl: 'LI',
}

/** Names that people write and the list of countries lacks, in any language. */
// prettier-ignore
const otherNames: Record<string, string> = {
  england: 'GB', scotland: 'GB', wales: 'GB', northernireland: 'GB', greatbritain: 'GB', grossbritannien: 'GB', inghilterra: 'GB',
  granbretagna: 'GB', inglaterra: 'GB', granbretana: 'GB', grandebretagne: 'GB', angleterre: 'GB', regnounito: 'GB', reinounido: 'GB',
  royaumeuni: 'GB', holland: 'NL', olanda: 'NL', holanda: 'NL', hollande: 'NL', niederlande: 'NL', czechrepublic: 'CZ', czechia: 'CZ',
  tschechien: 'CZ', repubblicaceca: 'CZ', cechia: 'CZ', republicacheca: 'CZ', chequia: 'CZ', republiquetcheque: 'CZ', tchequie: 'CZ',
  turkey: 'TR', turkiye: 'TR', macedonia: 'MK', northmacedonia: 'MK', eire: 'IE', republicofireland: 'IE', slovakia: 'SK',
  repubblicaslovacca: 'SK', espana: 'ES', deutschland: 'DE', italia: 'IT', hellas: 'GR', polska: 'PL', kosovo: 'XK', usa: 'US',
}

/** What people of a country are called, for columns of nationality: English, Italian, Spanish, German, French. */
// prettier-ignore
const nationalities: Record<string, string> = {
  AT: 'austrian austriaco austriaca österreicher österreicherin österreichisch autrichien autrichienne',
  BE: 'belgian belga belgier belgierin belgisch belge',
  BG: 'bulgarian bulgaro bulgara búlgaro búlgara bulgare bulgarisch',
  CZ: 'czech ceco ceca checo checa tschechisch tchèque',
  DE: 'german tedesco tedesca alemán alemana deutsch deutscher deutsche allemand allemande',
  ES: 'spanish spagnolo spagnola español española spanisch spanier spanierin espagnol espagnole',
  FR: 'french francese francés francesa französisch franzose französin français française',
  GB: 'british britannico britannica británico británica britisch britannique',
  GR: 'greek greco greca griego griega griechisch grec grecque',
  HR: 'croatian croato croata kroatisch croate',
  HU: 'hungarian ungherese húngaro húngara ungarisch hongrois hongroise',
  IE: 'irish irlandese irlandés irlandesa irisch irlandais irlandaise',
  IT: 'italian italiano italiana italienisch italiener italienerin italien italienne',
  MA: 'moroccan marocchino marocchina marroquí marokkanisch marocain marocaine',
  MT: 'maltese maltés maltesa maltesisch maltais maltaise',
  NL: 'dutch olandese neerlandés neerlandesa holandés holandesa niederländisch néerlandais néerlandaise',
  PL: 'polish polacco polacca polaco polaca polnisch polonais polonaise',
  PT: 'portuguese portoghese portugués portuguesa portugiesisch portugais portugaise',
  RO: 'romanian rumeno rumena romeno romena rumano rumana rumänisch roumain roumaine',
  SE: 'swedish svedese sueco sueca schwedisch suédois suédoise',
  SI: 'slovenian sloveno slovena esloveno eslovena slowenisch slovène',
  SK: 'slovak slovacco slovacca eslovaco eslovaca slowakisch slovaque',
  TR: 'turkish turco turca türkisch turc turque',
  UA: 'ukrainian ucraino ucraina ucraniano ucraniana ukrainisch ukrainien ukrainienne',
  AL: 'albanian albanese albanés albanesa albanisch albanais albanaise',
}

const codes = new Map<string, string>()
const names = new Map<string, string>()

for (const [alpha2, alpha3] of Object.entries(countries.getAlpha2Codes())) {
  codes.set(alpha2.toLowerCase(), alpha2)
  codes.set(alpha3.toLowerCase(), alpha2)
}
for (const [code, alpha2] of Object.entries(otherCodes)) if (!codes.has(code)) codes.set(code, alpha2)
const unclear = new Set<string>()
for (const { countries: list } of [en, it, es, de, fr, pt, nl, pl]) {
  for (const [alpha2, written] of Object.entries<string | string[]>(list)) {
    for (const name of [written].flat().map(searchKey)) {
      if ((names.get(name) ?? alpha2) !== alpha2) unclear.add(name)
      names.set(name, alpha2)
    }
  }
}
// "Congo" is two countries.
for (const name of unclear) names.delete(name)
for (const [name, alpha2] of Object.entries(otherNames)) names.set(name, alpha2)
for (const [alpha2, words] of Object.entries(nationalities)) {
  for (const word of words.split(' ')) if (!names.has(searchKey(word))) names.set(searchKey(word), alpha2)
}

/**
 * The ISO 3166-1 alpha-2 code that a cell means: a code of two or three letters, the EU's EL and UK, an old Erasmus letter, a name in
 * eight languages, or a nationality. `IT - Italia` and `Italia (IT)` are understood; null for anything else.
 */
export function readCountry(text: string): string | null {
  const key = searchKey(text)
  const direct = codes.get(key) ?? names.get(key)
  if (direct) return direct
  const parts = text
    .split(/\s[-–]\s|[()/:]/)
    .map(searchKey)
    .filter(Boolean)
  const found = new Set(parts.map((part) => names.get(part) ?? codes.get(part) ?? null))
  const [only] = found
  return parts.length > 1 && found.size === 1 ? (only ?? null) : null
}
