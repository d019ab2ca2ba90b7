// What people call the columns of a mobility list, in English, Italian, Spanish, German and French, and what published lists call
// them. Comparison ignores case, accents, punctuation, small words such as "of" or "della", and the order of the words.

const list = (text: string): string[] =>
  text
    .split(/,|\n/)
    .map((name) => name.trim())
    .filter(Boolean)

const given = list(
  'first name, given name, given names, forename, name first, nome, prenome, nombre, nombre de pila, Vorname, Rufname, prénom, prénoms',
)
const family =
  list(`last name, surname, family name, second name, cognome, cognomi, apellido, apellidos, Nachname, Familienname, Zuname,
  nom de famille, nom`)
const full =
  list(`name, full name, name and surname, name surname, surname and name, surname name, nome e cognome, cognome e nome, nominativo,
  nombre y apellidos, apellidos y nombre, nombre completo, vollständiger Name, Vor- und Nachname, Name Vorname, Nachname Vorname, nom et prénom,
  nom prénom, prénom et nom, nom complet`)
const email = list(
  'email, e-mail, mail, email address, posta elettronica, indirizzo email, correo, correo electrónico, E-Mail-Adresse, Mailadresse, courriel, adresse mail, adresse email',
)
const phone = list(
  'phone, telephone, mobile, mobile phone, phone number, cell, tel, telefono, cellulare, numero di telefono, recapito telefonico, teléfono, móvil, Telefon, Handy, Telefonnummer, Handynummer, Mobilnummer, téléphone, portable, numéro de téléphone',
)
const country = list('country, nation, state, paese, nazione, stato, país, Land, Staat, pays, country code')
const town = list(
  'town, city, place, location, città, comune, località, ciudad, población, localidad, Stadt, Ort, ville, localité',
)
const bare = ['']

/** Roles: the words that say whose name, e-mail or town a column holds. */
const learner = list(
  'student, pupil, participant, learner, apprentice, trainee, candidate, alunno, alunna, studente, allievo, partecipante, alumno, alumna, estudiante, participante, Schüler, Schülerin, Teilnehmer, Teilnehmende, Azubi, Auszubildende, Lernende, élève, étudiant, participant, apprenti',
)
const guardian = list(
  'guardian, parent, parents, legal guardian, parent guardian, genitore, genitori, tutore, tutore legale, padre madre, padre, tutor legal, representante legal, progenitor, Eltern, Elternteil, Erziehungsberechtigte, Erziehungsberechtigter, Sorgeberechtigte, parent, responsable légal, représentant légal, tuteur légal',
)
const school = list(
  'school, sending school, sending institution, sending organisation, sending organization, home institution, home school, college, scuola, istituto, istituto di invio, ente di invio, scuola di invio, centro, centro educativo, centro de envío, instituto, escuela, organización de envío, Schule, entsendende Einrichtung, entsendende Schule, Heimatschule, école, lycée, établissement, établissement d’envoi, organisme d’envoi',
)
const hosting = list(
  'host, hosting, hosting organisation, hosting organization, host organisation, host institution, receiving organisation, receiving organization, receiving institution, receiving partner, partner, intermediary, ente ospitante, organizzazione ospitante, istituto ospitante, ente intermediario, organización de acogida, centro de acogida, entidad de acogida, socio, socio de acogida, intermediario, aufnehmende Einrichtung, aufnehmende Organisation, Gasteinrichtung, Partnerorganisation, organisme d’accueil, structure d’accueil, établissement d’accueil, partenaire',
)
const company = list(
  'company, firm, enterprise, employer, host company, work placement, placement, workplace, azienda, azienda ospitante, impresa, ditta, tirocinio presso, empresa, empresa de acogida, empresa de prácticas, Betrieb, Unternehmen, Firma, Praktikumsbetrieb, Praktikumsstelle, entreprise, entreprise d’accueil, lieu de stage',
)
const tutor = list(
  'tutor, company tutor, mentor, company mentor, supervisor, workplace tutor, tutor aziendale, referente aziendale, tutor de empresa, tutor empresa, instructor, Betreuer, Betriebsbetreuer, Praktikumsbetreuer, Praktikumsanleiter, Ansprechpartner Betrieb, tuteur, tuteur entreprise, maître de stage, tuteur de stage',
)
const destination = list(
  'destination, host, hosting, receiving, arrival, destinazione, ospitante, destino, acogida, Ziel, Gast, Aufnahme, accueil, mobility',
)

const join = (roles: readonly string[], attributes: readonly string[]): string[] =>
  roles.flatMap((role) => attributes.map((attribute) => `${role} ${attribute}`.trim()))

const departure = `departure, departure date, start, start date, date from, from, begin, beginning, mobility start date, arrival date, date of departure,
  partenza, data partenza, data inizio, inizio, data di inizio mobilità, dal, salida, fecha de salida, fecha de inicio, inicio, fecha inicio movilidad, desde,
  Abreise, Anreise, Beginn, Startdatum, Start, von, Abreisedatum, Anreisedatum, Abfahrt, Hinreise, départ, date de départ, date de début, début, du, date début`

// prettier-ignore
const names: Record<string, string[]> = {
  'participant.givenName': [...given, ...join(learner, given)],
  'participant.familyName': [...family, ...join(learner, family)],
  'participant.fullName': [...full, ...learner, ...join(learner, full)],
  'participant.email': [...email, ...join(learner, email), ...join(['personal', 'private', 'personale'], email)],
  'participant.phone': [...phone, ...join(learner, phone)],
  'participant.birthDate': list(`birth date, date of birth, birthday, born, dob, data di nascita, nascita, nato il, nato, fecha de nacimiento, nacimiento, F. nac,
    Geburtsdatum, geboren, geboren am, Geburtstag, geb, date de naissance, naissance, né le, participant date of birth`),
  'participant.age': list('age, participant age, età, edad, Alter, âge'),
  'participant.gender': list('gender, sex, participant gender, sesso, genere, sexo, género, Geschlecht, Anrede, sexe, genre, civilité'),
  'participant.nationality': list('nationality, citizenship, participant nationality, nazionalità, cittadinanza, nacionalidad, Nationalität, Staatsangehörigkeit, Staatsbürgerschaft, nationalité'),
  'participant.studentNumber': list('student number, student no, student id, matriculation number, matricola, numero matricola, número de expediente, expediente, número de matrícula, NIA, Matrikelnummer, Schülernummer, numéro étudiant, numéro d’élève, INE'),
  'participant.kind': [...list('participant type, participant profile, type of participant, learner or staff, role, profile, tipo partecipante, ruolo, profilo, tipo de participante, perfil, rol, Teilnehmerart, Teilnehmertyp, Rolle, type de participant, profil, rôle')],
  'guardian.givenName': join(guardian, given),
  'guardian.familyName': join(guardian, family),
  'guardian.fullName': [...join(guardian, full), ...join(guardian, bare)],
  'guardian.email': join(guardian, email),
  'guardian.phone': [...join(guardian, phone), ...list('emergency phone, Notfallnummer, contatto di emergenza, contacto de emergencia')],
  'school.code': [...join(school, ['code', 'id', 'codice', 'código', 'Nummer', 'Schulnummer', 'OID', 'Erasmus code']), ...list('home_institution, sending organisation erasmus code, codice meccanografico, UAI, RNE, PIC, Schulkennzahl')],
  'school.name': [...join(school, bare), ...join(school, ['name', 'nome', 'nombre', 'nom']), ...list('home institution name, Schulname')],
  'hosting.name': [...join(hosting, bare), ...join(hosting, ['name', 'nome', 'nombre', 'nom']), 'host_institution'],
  'hosting.oid': [...list('OID'), ...join(hosting, ['OID', 'organisation id', 'code', 'PIC'])],
  'hosting.country': join(hosting, country),
  'hosting.town': join(hosting, town),
  'hosting.email': join(hosting, email),
  'company.name': [...join(company, bare), ...join(company, ['name', 'nome', 'nombre', 'nom']), ...list('work_placement, ragione sociale, razón social, Betriebsname, Firmenname')],
  'company.town': join(company, town),
  'company.country': join(company, country),
  'company.email': join(company, email),
  'company.tutorName': [...join(tutor, bare), ...join(tutor, ['name', 'nome', 'nombre', 'nom', ...full])],
  'company.tutorEmail': join(tutor, email),
  'company.tutorPhone': join(tutor, phone),
  'project.code': list('project, project code, project number, project reference, grant agreement, grant agreement number, codice progetto, progetto, convenzione, código de proyecto, proyecto, número de proyecto, Projekt, Projektnummer, Projektcode, projet, code projet, numéro de projet, référence projet'),
  'flow.name': list('flow, group, travel group, batch, wave, flusso, gruppo, flujo, grupo, Flow, Gruppe, Reisegruppe, flux, groupe'),
  activityType: list('activity, activity type, mobility type, type of mobility, type of activity, activity mob, mobility_type, attività, tipo di attività, tipo mobilità, tipo di mobilità, actividad, tipo de actividad, tipo de movilidad, Aktivität, Aktivitätsart, Mobilitätsart, activité, type d’activité, type de mobilité'),
  country: [...country, ...join(destination, country), ...list('destination, country_work_placement, receiving country code, paese di destinazione, país de destino, Zielland, Gastland, pays de destination, pays d’accueil')],
  town: [...town, ...join(destination, town), ...list('receiving city, città di destinazione, ciudad de destino, Zielort, Zielstadt, ville de destination, ville d’accueil')],
  departure: list(departure),
  return: list(`return, return date, end, end date, date to, to, until, mobility end date, date of return, ritorno, rientro, data ritorno, data rientro, data fine, fine,
    data di fine mobilità, al, vuelta, regreso, fecha de regreso, fecha de vuelta, fecha de fin, fin, fecha fin movilidad, hasta, Rückreise, Rückkehr, Ende, Enddatum, bis,
    Rückreisedatum, Abreise Ende, Heimreise, retour, date de retour, date de fin, au, date fin`),
  startMonth: list(`start month, month, mobility start month, work_start_date, work start date, mese, mese di inizio, mese di partenza, mes, mes de inicio, mes de salida, Monat,
    Startmonat, Beginn Monat, mois, mois de début, mois de départ, ${departure}`),
  lengthMonths: list('months, length months, duration months, length in months, duration in months, number of months, length_work, length work, mesi, durata mesi, durata in mesi, meses, duración meses, duración en meses, Monate, Dauer Monate, Dauer in Monaten, nombre de mois, durée mois, durée en mois, length, duration, mobility duration, durata, duración, Dauer, durée'),
  lengthWeeks: list('weeks, length weeks, duration weeks, length in weeks, duration in weeks, number of weeks, settimane, durata settimane, durata in settimane, semanas, duración semanas, duración en semanas, Wochen, Dauer Wochen, Dauer in Wochen, semaines, nombre de semaines, durée semaines, durée en semaines, length, duration, mobility duration, durata, duración, Dauer, durée'),
  lengthDays: list('days, length days, duration days, length in days, duration in days, number of days, giorni, durata giorni, durata in giorni, días, duración días, duración en días, Tage, Dauer Tage, Dauer in Tagen, jours, nombre de jours, durée jours, durée en jours, length, duration, mobility duration, durata, duración, Dauer, durée'),
  status: list('status, state of mobility, mobility status, stato mobilità, stato, estado, Stand, statut, état'),
  field: list('field, field of education, subject, subject area, sector, ISCED, ISCED-F, study field, course, study course, vocational area, indirizzo, indirizzo di studio, settore, corso, familia profesional, ciclo, ciclo formativo, especialidad, Fachrichtung, Bildungsgang, Ausbildungsberuf, Beruf, Fachbereich, filière, spécialité, formation, domaine d’études'),
  grant: list('grant, grant amount, amount, scholarship, work_grant, work grant, total grant, borsa, importo, importo borsa, contributo, borsa di studio, beca, importe, importe de la beca, ayuda, Zuschuss, Stipendium, Förderung, Betrag, bourse, montant, montant de la bourse, subvention'),
  'money.green': list('green travel, green, sustainable travel, travels green, low-emission travel, viaggio green, viaggio sostenibile, viaggio ecologico, viaje ecológico, viaje sostenible, viaje verde, grünes Reisen, nachhaltige Reise, umweltfreundliche Reise, ökologisch, voyage écologique, voyage durable, mobilité verte'),
  'money.travelDays': list('travel days, days of travel, funded travel days, giorni di viaggio, días de viaje, Reisetage, jours de voyage'),
  'money.fewerOpportunities': list('fewer opportunities, participant with fewer opportunities, inclusion, minori opportunità, menos oportunidades, con menos oportunidades, geringere Chancen, mit geringeren Chancen, moins d’opportunités, ayant moins d’opportunités'),
  'money.linguisticSupport': list('linguistic support, language support, supporto linguistico, apoyo lingüístico, sprachliche Unterstützung, Sprachförderung, soutien linguistique'),
  'money.noOrganisationalSupport': list('organisational support not requested, organizational support not requested, no organisational support, supporto organizzativo non richiesto, apoyo organizativo no solicitado, Organisationszuschuss nicht beantragt, keine organisatorische Unterstützung, soutien organisationnel non demandé'),
  'money.zeroGrant': list('zero grant, zero-grant, without grant, senza contributo, senza borsa, beca cero, sin beca, ohne Zuschuss, ohne Förderung, sans bourse, bourse zéro'),
  'money.blended': list('blended, blended mobility, blended activity, mobilità mista, blended learning, combinada, movilidad combinada, hybride Mobilität, gemischte Mobilität, mobilité hybride'),
  externalId: list('id, external id, reference, record id, mobility id, participation id, identificativo, riferimento, identificador, referencia, Kennung, Referenz, identifiant, référence, ref, n, no, nr'),
  note: list('note, notes, remark, remarks, comment, comments, annotazioni, osservazioni, notas, observaciones, comentarios, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Notiz, remarque, remarques, commentaire, commentaires, observations'),
}

/** Columns that lists often have and that are none of our fields, so that a part of their name misleads nobody. */
export const otherNames: readonly string[] =
  list(`country of birth, place of birth, town of birth, luogo di nascita, comune di nascita, paese di nascita, lugar de nacimiento, país de nacimiento,
  Geburtsort, Geburtsland, lieu de naissance, pays de naissance, level_study, years_prior, length_study, study_start_date, study_grant, short_duration_reason, ects_study, ects_work, ects_total,
  sn_supplement, previous_participation, academic year, education level, special needs, group leader, participants, home address, address, indirizzo di casa, residenza, via,
  domicilio, dirección, Adresse, Anschrift, Straße, Wohnort, adresse, postcode, PLZ, CAP, código postal, code postal, tax code, codice fiscale, IBAN, class, classe, clase, curso, Klasse, DNI, NIE,
  passport number, numero passaporto, carta d’identità, Personalausweis, Ausweisnummer, sending country code, sending city, project title, titolo progetto`)

/** The names under which a field's column is known. */
export function namesOfField(key: string): readonly string[] {
  return [...new Set(names[key] ?? [])]
}
