import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessColumns } from './column-guess.rules.ts'
import { importFields, missingFields, type ImportFieldKey } from './import-fields.rules.ts'
import { placementsSample } from './placements-sample.fixture.ts'
import { readTableHere } from './read-table.ts'
import type { TableColumn } from './table-read.rules.ts'

const column = (name: string, index: number, samples: readonly string[]): TableColumn => ({
  index,
  column: index + 1,
  name,
  samples: [...samples],
  filled: 10,
  distinct: samples.length,
})

/** The proposals for a sheet given as names and samples: name of the column → field. */
function guess(sheet: Record<string, readonly string[]>): Record<string, ImportFieldKey | null> {
  const columns = Object.entries(sheet).map(([name, samples], index) => column(name, index, samples))
  return Object.fromEntries(
    guessColumns(columns).map(({ column: at, field }) => [columns[at]?.name ?? '', field]),
  )
}

const dates = ['04.05.2026', '25.05.2026']
const births = ['07.05.2008', '12.11.2007']
const mails = ['a@b.example', 'c@d.example']
const phones = ['+39 333 1234567', '0044 20 7946 0958']

describe('which column is what', () => {
  it('maps the real list of placements', async () => {
    const { columns } = await readTableHere(Buffer.from(placementsSample))
    const found = guessColumns(columns).flatMap(({ column: at, field }) =>
      field ? [[columns[at]?.name, field]] : [],
    )
    expect(Object.fromEntries(found)).toEqual({
      home_institution: 'school.code',
      age: 'participant.age',
      gender: 'participant.gender',
      nationality: 'participant.nationality',
      host_institution: 'hosting.name',
      work_placement: 'company.name',
      country_work_placement: 'country',
      length_work: 'lengthMonths',
      work_start_date: 'startMonth',
      work_grant: 'grant',
    })
  })

  // prettier-ignore
  it('maps an Italian school sheet', () => {
    expect(
      guess({
        'N.': ['1', '2', '3'], Cognome: ['Rossi', "D'Angelo"], Nome: ['Anna', 'Zoë'], Classe: ['4A', '4B'], Sesso: ['F', 'M'], 'Data di nascita': births, 'Luogo di nascita': ['Bari', 'Roma'],
        'Codice fiscale': ['RSSNNA08E47A662X'], 'E-mail alunno': mails, 'Cellulare': phones, 'Cognome genitore': ['Rossi'], 'Nome genitore': ['Maria'], 'Email genitore': mails, 'Tel. genitore': phones,
        'Indirizzo di studio': ['Meccanica', 'Turismo'], 'Paese di destinazione': ['Malta', 'Spagna'], Città: ['Sliema', 'Siviglia'], 'Data partenza': dates, 'Data rientro': dates,
        'Azienda ospitante': ['Bar Sport'], 'Tutor aziendale': ['Joe Borg'], 'Ente ospitante': ['Easy School'], Flusso: ['Malta 1'], Borsa: ['1.500,00', '2.100,00'], Note: ['celiaca'],
      }),
    ).toEqual({
      'N.': 'externalId', Cognome: 'participant.familyName', Nome: 'participant.givenName', Classe: null, Sesso: 'participant.gender', 'Data di nascita': 'participant.birthDate', 'Luogo di nascita': null,
      'Codice fiscale': null, 'E-mail alunno': 'participant.email', Cellulare: 'participant.phone', 'Cognome genitore': 'guardian.familyName', 'Nome genitore': 'guardian.givenName',
      'Email genitore': 'guardian.email', 'Tel. genitore': 'guardian.phone', 'Indirizzo di studio': 'field', 'Paese di destinazione': 'country', Città: 'town', 'Data partenza': 'departure',
      'Data rientro': 'return', 'Azienda ospitante': 'company.name', 'Tutor aziendale': 'company.tutorName', 'Ente ospitante': 'hosting.name', Flusso: 'flow.name', Borsa: 'grant', Note: 'note',
    })
  })

  // prettier-ignore
  it('maps a Spanish school sheet', () => {
    expect(
      guess({
        Apellidos: ['García López'], Nombre: ['María José'], DNI: ['12345678Z'], Sexo: ['H', 'M'], 'Fecha de nacimiento': births, Nacionalidad: ['Española'], 'Correo electrónico': mails, Móvil: phones,
        'Ciclo formativo': ['Cocina'], 'País de destino': ['Italia'], Ciudad: ['Verona'], Empresa: ['Bar Roma'], 'Tutor de empresa': ['Ugo Neri'], 'Fecha de inicio': dates, 'Fecha de fin': dates,
        'Socio de acogida': ['Aurora'], Beca: ['1.500 €'], Observaciones: ['alergia'],
      }),
    ).toEqual({
      Apellidos: 'participant.familyName', Nombre: 'participant.givenName', DNI: null, Sexo: 'participant.gender', 'Fecha de nacimiento': 'participant.birthDate', Nacionalidad: 'participant.nationality',
      'Correo electrónico': 'participant.email', Móvil: 'participant.phone', 'Ciclo formativo': 'field', 'País de destino': 'country', Ciudad: 'town', Empresa: 'company.name',
      'Tutor de empresa': 'company.tutorName', 'Fecha de inicio': 'departure', 'Fecha de fin': 'return', 'Socio de acogida': 'hosting.name', Beca: 'grant', Observaciones: 'note',
    })
  })

  // prettier-ignore
  it('maps a German school sheet', () => {
    expect(
      guess({
        Nachname: ['Müller'], Vorname: ['Jörg'], Geschlecht: ['m', 'w', 'd'], Geburtsdatum: births, Geburtsort: ['Graz'], Staatsangehörigkeit: ['deutsch'], 'E-Mail-Adresse': mails, Handynummer: phones,
        'E-Mail der Eltern': mails, Ausbildungsberuf: ['Koch'], Zielland: ['Irland'], Ort: ['Dublin'], Praktikumsbetrieb: ['Pub Ltd'], 'Aufnehmende Einrichtung': ['Swan'], Abreise: dates, Rückkehr: dates,
        'Dauer in Wochen': ['3', '4'], Bemerkungen: ['vegan'],
      }),
    ).toEqual({
      Nachname: 'participant.familyName', Vorname: 'participant.givenName', Geschlecht: 'participant.gender', Geburtsdatum: 'participant.birthDate', Geburtsort: null,
      Staatsangehörigkeit: 'participant.nationality', 'E-Mail-Adresse': 'participant.email', Handynummer: 'participant.phone', 'E-Mail der Eltern': 'guardian.email', Ausbildungsberuf: 'field',
      Zielland: 'country', Ort: 'town', Praktikumsbetrieb: 'company.name', 'Aufnehmende Einrichtung': 'hosting.name', Abreise: 'departure', Rückkehr: 'return', 'Dauer in Wochen': 'lengthWeeks',
      Bemerkungen: 'note',
    })
  })

  // prettier-ignore
  it('maps a French school sheet', () => {
    expect(
      guess({
        'Nom de famille': ['Lefèvre'], Prénom: ['Zoé'], Sexe: ['F', 'M'], 'Date de naissance': births, Nationalité: ['française'], Courriel: mails, Téléphone: phones, 'Responsable légal': ['Luc Lefèvre'],
        'Courriel responsable légal': mails, Filière: ['Cuisine'], 'Pays d’accueil': ['Espagne'], Ville: ['Séville'], Entreprise: ['Bar Sol'], 'Maître de stage': ['Ana Ruiz'],
        'Date de départ': dates, 'Date de retour': dates, Durée: ['21', '28'], 'Organisme d’accueil': ['Sol'], Bourse: ['1 500,00'], Remarques: ['x'],
      }),
    ).toEqual({
      'Nom de famille': 'participant.familyName', Prénom: 'participant.givenName', Sexe: 'participant.gender', 'Date de naissance': 'participant.birthDate', Nationalité: 'participant.nationality',
      Courriel: 'participant.email', Téléphone: 'participant.phone', 'Responsable légal': 'guardian.fullName', 'Courriel responsable légal': 'guardian.email', Filière: 'field', 'Pays d’accueil': 'country',
      Ville: 'town', Entreprise: 'company.name', 'Maître de stage': 'company.tutorName', 'Date de départ': 'departure', 'Date de retour': 'return', Durée: 'lengthDays', 'Organisme d’accueil': 'hosting.name',
      Bourse: 'grant', Remarques: 'note',
    })
  })

  // prettier-ignore
  it('maps an English school sheet, in capitals, snake case and with stars', () => {
    expect(
      guess({
        SURNAME: ['Rossi'], 'First name *': ['Anna'], date_of_birth: births, 'Student e-mail': mails, 'Parent/guardian email': mails, "Parent's phone": phones, Course: ['Catering'],
        'Host company': ['Pub Ltd'], 'Company tutor (name)': ['Joe Borg'], 'Tutor email': mails, Destination: ['Malta', 'Spain'], Town: ['Sliema'], 'Start date': dates, 'End date': dates,
        'Number of weeks': ['2', '3'], 'Project code': ['2025-1-IT01-KA121-VET-000123'], Status: ['confirmed'],
      }),
    ).toEqual({
      SURNAME: 'participant.familyName', 'First name *': 'participant.givenName', date_of_birth: 'participant.birthDate', 'Student e-mail': 'participant.email', 'Parent/guardian email': 'guardian.email',
      "Parent's phone": 'guardian.phone', Course: 'field', 'Host company': 'company.name', 'Company tutor (name)': 'company.tutorName', 'Tutor email': 'company.tutorEmail', Destination: 'country',
      Town: 'town', 'Start date': 'departure', 'End date': 'return', 'Number of weeks': 'lengthWeeks', 'Project code': 'project.code', Status: 'status',
    })
  })

  it('knows the columns that grants are computed from', () => {
    expect(
      guess({
        'Green travel': ['yes', 'no'],
        'Giorni di viaggio': ['2', '4'],
        'Menos oportunidades': ['sí', ''],
        Sprachförderung: ['ja', 'nein'],
        'Organisational support not requested': ['x'],
        'Zero grant': ['no'],
        'Mobilité hybride': ['oui', 'non'],
      }),
    ).toEqual({
      'Green travel': 'money.green',
      'Giorni di viaggio': 'money.travelDays',
      'Menos oportunidades': 'money.fewerOpportunities',
      Sprachförderung: 'money.linguisticSupport',
      'Organisational support not requested': 'money.noOrganisationalSupport',
      'Zero grant': 'money.zeroGrant',
      'Mobilité hybride': 'money.blended',
    })
  })

  it('understands names in two languages and what a column holds', () => {
    expect(
      guess({
        'Surname / Cognome': ['Rossi'],
        'Start date': ['03-2011', '04-2011'],
        XYZ: mails,
        Wohin: ['Malta', 'IT', 'Spain'],
      }),
    ).toEqual({
      'Surname / Cognome': 'participant.familyName',
      'Start date': 'startMonth',
      XYZ: 'participant.email',
      Wohin: 'country',
    })
  })

  it('leaves whole names whole', () => {
    expect(guess({ 'Cognome e nome': ['Rossi, Anna'] })).toEqual({ 'Cognome e nome': 'participant.fullName' })
    expect(guess({ Name: ['Anna Rossi'], Email: mails })).toEqual({
      Name: 'participant.fullName',
      Email: 'participant.email',
    })
  })

  it('says how sure it is and why', () => {
    const [byName, byContent, none] = guessColumns([
      column('Surname', 0, ['Rossi']),
      column('Q7', 1, mails),
      column('Q8', 2, ['blue']),
    ])
    expect(byName).toMatchObject({ confidence: 0.97, reason: 'name', matched: 'surname' })
    expect(byContent).toMatchObject({ field: 'participant.email', confidence: 0.6, reason: 'content' })
    expect(none).toEqual({ column: 2, field: null, confidence: 0, reason: null })
  })

  it('never gives one field to two columns, and answers every column once', () => {
    const name = fc.oneof(fc.constantFrom(...importFields.flatMap(({ synonyms }) => synonyms)), fc.string())
    const sample = fc.constantFrom(...dates, ...mails, ...phones, 'Rossi', 'Malta', '3', 'F', '')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.array(sample, { maxLength: 5 })), { maxLength: 12 }),
        (sheet) => {
          const guesses = guessColumns(sheet.map(([title, samples], index) => column(title, index, samples)))
          const fields = guesses.flatMap(({ field }) => field ?? [])
          expect(new Set(fields).size).toBe(fields.length)
          expect(guesses.map(({ column: at }) => at)).toEqual(sheet.map((_, index) => index))
        },
      ),
    )
  })
})

describe('the fields', () => {
  it('each have names', () => {
    for (const { key, synonyms } of importFields) expect([key, synonyms.length > 2]).toEqual([key, true])
  })

  it('tells which required ones a mapping lacks', () => {
    expect(missingFields(new Set())).toEqual([
      'participant.givenName',
      'participant.familyName',
      'country',
      'departure',
      'return',
    ])
    expect(
      missingFields(new Set(['participant.fullName', 'company.country', 'startMonth', 'lengthMonths'])),
    ).toEqual([])
  })
})
