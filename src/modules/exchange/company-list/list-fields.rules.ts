import { searchKey } from '../reading/search-key.rules.ts'

/** What a column of a list of companies can mean; words in `company-list:field.<key>`. */
export const listFields = [
  'name',
  'town',
  'country',
  'address',
  'email',
  'phone',
  'website',
  'field',
  'employees',
  'languages',
  'minimumAge',
  'mostTrainees',
  'tutor',
  'tutorEmail',
  'tutorPhone',
  'note',
  'title',
  'places',
  'startsOn',
  'endsOn',
  'weeklyHours',
  'workingHours',
  'tasks',
] as const
export type ListField = (typeof listFields)[number]

/** Names that columns have in the wild, in the languages of SoftMob. */
const names: Record<ListField, string> = {
  name: 'company, company name, firm, name, organisation, betrieb, firma, unternehmen, name des betriebs, empresa, nombre de la empresa, razón social, entreprise, nom, nom de l’entreprise, société, azienda, ragione sociale, nome azienda, ditta, nombre, nome',
  town: 'town, city, place, ort, stadt, localidad, ciudad, población, municipio, ville, commune, città, comune, località',
  country: 'country, land, staat, país, pays, paese, nazione, country code',
  address: 'address, street, adresse, straße, anschrift, dirección, calle, rue, indirizzo, via',
  email: 'email, e-mail, mail, company email, correo, correo electrónico, courriel, posta elettronica',
  phone: 'phone, telephone, tel, telefon, teléfono, téléphone, telefono, mobile, handy, móvil',
  website: 'website, web, url, homepage, internet, sitio web, site web, sito, sito web',
  field: 'isced, isced-f, field code, field, fachbereich, bereich, campo, domaine, settore, sector, branche',
  employees:
    'employees, staff, number of employees, size, mitarbeiter, beschäftigte, mitarbeiterzahl, empleados, trabajadores, plantilla, salariés, effectif, dipendenti, addetti',
  languages:
    'languages, languages spoken, language, sprachen, sprache, idiomas, idioma, langues, langue, lingue, lingua',
  minimumAge: 'minimum age, min age, age, mindestalter, edad mínima, âge minimum, età minima',
  mostTrainees:
    'maximum trainees, most trainees, max trainees, capacity, maximale praktikanten, kapazität, máximo de alumnos, capacidad, capacité, stagiaires maximum, capienza, massimo tirocinanti',
  tutor:
    'tutor, contact, contact person, mentor, ansprechpartner, ansprechperson, betreuer, kontakt, persona de contacto, contacto, tuteur, personne de contact, referente, contatto, tutor aziendale',
  tutorEmail:
    'tutor email, contact email, mentor email, e-mail ansprechpartner, correo del tutor, e-mail du tuteur, email tutor, email referente',
  tutorPhone:
    'tutor phone, contact phone, telefon ansprechpartner, teléfono del tutor, téléphone du tuteur, telefono tutor, telefono referente',
  note: 'note, notes, remarks, comment, comments, bemerkung, bemerkungen, notiz, notas, observaciones, remarques, commentaire, osservazioni',
  title:
    'position, job, work, title, job title, stelle, tätigkeit, beruf, puesto, trabajo, poste, métier, posizione, mansione, lavoro, occupation',
  places:
    'places, number of places, slots, plätze, anzahl plätze, plazas, número de plazas, nombre de places, posti, numero posti',
  startsOn:
    'from, start, start date, begin, available from, von, beginn, ab, desde, inicio, fecha de inicio, du, début, date de début, dal, inizio, data inizio',
  endsOn:
    'to, until, end, end date, available until, bis, ende, hasta, fin, fecha de fin, au, date de fin, jusqu’au, al, fine, data fine',
  weeklyHours:
    'hours a week, weekly hours, hours per week, wochenstunden, stunden pro woche, horas semanales, horas por semana, heures par semaine, ore settimanali',
  workingHours:
    'working hours, hours, schedule, arbeitszeit, arbeitszeiten, horario, horaires, orario, orario di lavoro',
  tasks:
    'tasks, duties, description, aufgaben, beschreibung, tareas, funciones, descripción, tâches, missions, compiti, attività, descrizione',
}

const known = new Map<string, ListField>(
  listFields.flatMap((field) => names[field].split(', ').map((name) => [searchKey(name), field] as const)),
)

/** What each column most likely means, by its name; each field once, the first column that names it wins. */
export function guessListColumns(columns: readonly { name: string }[]): (ListField | null)[] {
  const used = new Set<ListField>()
  return columns.map(({ name }) => {
    const field = known.get(searchKey(name)) ?? null
    if (field === null || used.has(field)) return null
    used.add(field)
    return field
  })
}
