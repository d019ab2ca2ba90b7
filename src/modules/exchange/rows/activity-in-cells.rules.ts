import { activityTypes } from '#modules/mobilities/activity-types.rules.ts'
import { searchKey } from '../reading/search-key.rules.ts'

// What lists call the activity types in English, Italian, Spanish, German and French; names of the Programme Guide and of daily use.
// prettier-ignore
const names: Record<string, string> = {
  'LM-SHORT-VET': 'short-term learning mobility, short-term mobility of vet learners, short-term, short, breve termine, mobilità breve, corta duración, movilidad de corta duración, kurzzeitmobilität, kurzzeit, courte durée, mobilité de courte durée',
  'LM-LONG-VET': 'long-term learning mobility, erasmuspro, erasmus pro, long-term, long, lungo termine, lunga durata, larga duración, langzeitmobilität, langzeit, longue durée',
  'group-vet': 'group mobility, group mobility of vet learners, mobilità di gruppo, movilidad de grupo, gruppenmobilität, mobilité de groupe',
  'LM-SKILL-VET': 'skills competition, vet skills competition, competition, gara di mestieri, competición, berufswettbewerb, concours',
  'SM-JOB-SHDW': 'job shadowing, jobshadowing, job-shadowing, observación, periodo de observación, hospitation, stage d’observation, observation en situation de travail',
  'SM-TTA': 'teaching assignment, teaching or training assignment, incarico di insegnamento, docencia, lehrauftrag, mission d’enseignement',
  'SM-COUR-TRAIN': 'course, courses and training, training course, structured course, corso, corso di formazione, curso, kurs, fortbildung, cours, formation',
  'OA-INV-EXP': 'invited expert, invited experts, esperto invitato, experto invitado, eingeladene fachkraft, expert invité',
  'OA-HOS-TTT': 'hosting teachers in training, hosting teachers and educators in training',
  'preparatory-visit': 'preparatory visit, visita preparatoria, vorbereitender besuch, visite préparatoire',
}

const byName = new Map(
  activityTypes.flatMap(({ key }) =>
    [key, ...(names[key] ?? '').split(', ')].map((name) => [searchKey(name), key] as const),
  ),
)

/** The activity type that a cell names by its code or in words of five languages; null for anything else. */
export const readActivity = (text: string): string | null => byName.get(searchKey(text)) ?? null
