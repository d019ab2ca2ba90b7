import { searchKey } from './search-key.rules.ts'

export type Gender = 'female' | 'male' | 'other' | 'undisclosed'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(searchKey))

// prettier-ignore
const genders: readonly (readonly [Gender, ReadonlySet<string>])[] = [
  ['female', setOf('f w v k female woman girl femmina femminile donna mujer femenino femenina chica weiblich frau féminin femme fille feminino vrouw vrouwelijk kobieta')],
  ['male', setOf('m h male man boy maschio maschile uomo hombre varón masculino chico männlich mann masculin homme garçon jongen mannelijk mężczyzna')],
  ['other', setOf('x d o other diverse divers nonbinary non-binary altro otro autre anders inne')],
  ['undisclosed', setOf('u n undisclosed unknown notstated keineangabe nondichiarato nodeclarado nonprecise prefernottosay')],
]

/**
 * The gender that a word means; null for other words. `column` is all values of the column: in Spanish lists H and M are hombre and
 * mujer, so beside an H an M is female.
 */
export function readGender(text: string, column: readonly string[] = []): Gender | null {
  const key = searchKey(text)
  if (key === 'm' && isHombreMujer(column)) return 'female'
  return genders.find(([, words]) => words.has(key))?.[0] ?? null
}

function isHombreMujer(column: readonly string[]): boolean {
  const keys = new Set(column.map(searchKey))
  return keys.has('h') && !keys.has('f')
}

const yes = setOf('yes y true 1 x ja j sì si s sí oui o sim tak t wahr vero verdadero vrai')
const no = setOf('no n false 0 nein non não nao nie nee falsch falso faux')

/** True or false for the words that mean yes or no in eight languages, and for ticks; null for other words. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim()
  if (/^[✓✔☑]$/u.test(word)) return true
  if (/^[✗✘☐-]$/u.test(word)) return false
  const key = searchKey(word)
  return yes.has(key) ? true : no.has(key) ? false : null
}

export type ParticipantKind = 'learner' | 'staff'

// prettier-ignore
const kinds: readonly (readonly [ParticipantKind, ReadonlySet<string>])[] = [
  ['learner', setOf('learner student pupil apprentice trainee graduate studente studentessa alunno alunna allievo allieva apprendista alumno alumna estudiante aprendiz schüler schülerin auszubildende auszubildender azubi lernende lernender élève étudiant étudiante apprenti apprentie stagiaire')],
  ['staff', setOf('staff teacher trainer professor insegnante docente professore professoressa formatore personale profesor profesora docente personal lehrer lehrerin lehrkraft ausbilder personal personnel enseignant enseignante formateur formatrice')],
]

/** Learner or staff, by the words of five languages; null for other words. */
export function readParticipantKind(text: string): ParticipantKind | null {
  const key = searchKey(text)
  return kinds.find(([, words]) => words.has(key))?.[0] ?? null
}
