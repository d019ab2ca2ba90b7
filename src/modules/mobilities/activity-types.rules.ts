/**
 * The activity types of VET mobility. Codes: https://wikis.ec.europa.eu/display/NAITDOC/Activity+Types+in+projects;
 * where no official code was found, the key is ours and `officialCode` is null.
 * Lengths: pages of the agencies of HU, TR, SE and GR (see `lengthSources`); days do not count travel days.
 */
export interface ActivityType {
  key: string
  officialCode: string | null
  category: 'learner' | 'staff' | 'other'
  /** The participant normally works in a company. */
  workPlacement: boolean
  minDays: number | null
  maxDays: number | null
  /** `agency`: read on a national agency's page, not in the Programme Guide itself. `unknown`: not found. */
  evidence: 'agency' | 'unknown'
}

/** Where the lengths were read. */
export const lengthSources = [
  'https://erasmusplusz.hu/erasmus_palyazattipusok_a_szakkepzesi_szektorban/akkreditalt-intezmenyek-koltsegvetes-igenylo-palyazata-a-szakkepzesi-szektorban-ka121-vet',
  'https://www.ua.gov.tr/programlar/firsatlar/ka122-vet-mesleki-egitim-kisa-sureli-ogrenici-ve-personel-hareketliligi-projeleri/',
  'https://www.utbyten.se/program/erasmus-mobilitet-yrkesutbildning/ansok-om-korttidsprojekt-eller-ackreditering/ansok-om-ett-korttidsprojekt/',
  'https://iky.gr/en/vocational-education-and-training/ka1-mobility-activities-vocational-education-and-training',
] as const

export const activityTypes: readonly ActivityType[] = [
  of('LM-SHORT-VET', 'learner', [10, 89], { workPlacement: true }),
  of('LM-LONG-VET', 'learner', [90, 365], { workPlacement: true }),
  // New for VET in call 2024 (https://hkdir.no/aktuelt/erasmus-2024-ekstra-reisestipend-til-studenter); its official code was not found.
  of('group-vet', 'learner', [2, 30], { officialCode: null }),
  of('LM-SKILL-VET', 'learner', [1, 10]),
  of('SM-JOB-SHDW', 'staff', [2, 60]),
  of('SM-TTA', 'staff', [2, 365]),
  // One third-party tool says 2–10 (https://github.com/doganibrahim/mobility-nexus); the agencies say 2–30, fees for at most 10 days.
  of('SM-COUR-TRAIN', 'staff', [2, 30]),
  of('OA-INV-EXP', 'other', [2, 60]),
  of('OA-HOS-TTT', 'other', [10, 365]),
  of('preparatory-visit', 'other', null, { officialCode: null }),
]

export const activityTypeKeys: readonly string[] = activityTypes.map((type) => type.key)

const byKey = new Map(activityTypes.map((type) => [type.key, type]))

/** The type of that key, undefined for an unknown one. */
export const activityType = (key: string): ActivityType | undefined => byKey.get(key)

/** A length outside what the type allows; words in `mobilities:duration.<code>`. A warning, as the lengths were read second hand. */
export interface DurationProblem {
  code: 'too-short' | 'too-long'
  values: { days: number; min: number; max: number }
}

/** What is wrong with a stay of that many days (first and last day counted, travel days not), or null. Unknown type or limit: null. */
export function durationProblem(key: string, days: number): DurationProblem | null {
  const type = byKey.get(key)
  if (!type || type.minDays === null || type.maxDays === null) return null
  const values = { days, min: type.minDays, max: type.maxDays }
  if (days < type.minDays) return { code: 'too-short', values }
  return days > type.maxDays ? { code: 'too-long', values } : null
}

function of(
  key: string,
  category: ActivityType['category'],
  days: readonly [number, number] | null,
  more: Partial<ActivityType> = {},
): ActivityType {
  return {
    key,
    officialCode: key,
    category,
    workPlacement: false,
    minDays: days?.[0] ?? null,
    maxDays: days?.[1] ?? null,
    evidence: days ? 'agency' : 'unknown',
    ...more,
  }
}
