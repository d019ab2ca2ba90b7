import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Institution {
  erasmusCode: string
  name: string
  country: string
  town: string
}

/** To be shown beside the suggestions (CC BY 4.0). */
export const institutionsSource = 'Erasmus institutions, © European Union, CC BY 4.0'

let entries: { institution: Institution; plain: string }[] | undefined

/** Institutions in which every word stands, those whose name begins with the words first. Fewer than two letters find nothing. */
export function suggestInstitutions(
  question: string,
  country: string | undefined,
  limit: number,
): Institution[] {
  const asked = plain(question)
  const words = asked.split(' ').filter(Boolean)
  if (asked.length < 2) return []
  const found = allEntries().filter(
    ({ institution, plain }) =>
      (country === undefined || institution.country === country) &&
      words.every((word) => plain.includes(word)),
  )
  const rank = (entry: { plain: string }): number => (entry.plain.startsWith(asked) ? 0 : 1)
  return found
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit)
    .map(({ institution }) => institution)
}

function allEntries() {
  entries ??= readFileSync(join(import.meta.dirname, 'erasmus-institutions.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [erasmusCode, name, country, town] = line.split('\t')
      return erasmusCode && name && country && town !== undefined
        ? [
            {
              institution: { erasmusCode, name, country, town },
              plain: plain(`${name} ${town} ${erasmusCode}`),
            },
          ]
        : []
    })
  return entries
}

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
