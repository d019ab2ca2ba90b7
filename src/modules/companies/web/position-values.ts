import type { Call } from '#shared/endpoint.ts'
import type { SpokenLanguage } from '#web/parts/LanguageRows.tsx'
import type { companiesContract } from '../companies.contract.ts'
import type { Company, Position } from './company-answers.ts'

type Input = Omit<Call<(typeof companiesContract)['addPosition']>['body'], 'companyId'>

/** A position as its form holds it. */
export interface PositionValues extends Record<string, unknown> {
  title: string
  startsOn: string
  endsOn: string
  places: number | string
  field: string | null
  occupation: string
  weeklyHours: number | string
  workingHours: string
  languages: SpokenLanguage[]
  minimumAge: number | string
  mostPerSchool: number | string
  accessible: string | null
  site: string
  tutor: string
  papers: string[]
  skills: string[]
  tasks: string
  note: string
  archived: string
}

export const valuesOf = (position: Position | null, { card }: Company): PositionValues => ({
  title: position?.title ?? '',
  startsOn: position?.startsOn ?? '',
  endsOn: position?.endsOn ?? '',
  places: position?.places ?? 1,
  field: position ? (position.field ?? '') : (card.field ?? ''),
  occupation: position ? (position.occupation ?? '') : (card.occupations[0] ?? ''),
  weeklyHours: position?.weeklyHours ?? '',
  workingHours: position?.workingHours ?? '',
  languages: [...(position?.languages ?? [])],
  minimumAge: position?.minimumAge ?? '',
  mostPerSchool: position?.mostPerSchool ?? '',
  accessible: position?.accessible === true ? 'yes' : position?.accessible === false ? 'no' : null,
  site: position?.site ?? '',
  tutor: position?.tutor ?? '',
  papers: position?.papers ?? [],
  skills: position?.skills ?? [],
  tasks: position?.tasks ?? '',
  note: position?.note ?? '',
  archived: 'no',
})

const number = (value: number | string): number | null => (value === '' ? null : Number(value))
const text = (value: string): string | null => value.trim() || null

export const inputOf = (values: PositionValues): Input => ({
  title: values.title,
  startsOn: values.startsOn || null,
  endsOn: values.endsOn || null,
  places: Number(values.places || 0),
  field: text(values.field ?? ''),
  occupation: text(values.occupation),
  weeklyHours: number(values.weeklyHours),
  workingHours: text(values.workingHours),
  languages: values.languages,
  minimumAge: number(values.minimumAge),
  mostPerSchool: number(values.mostPerSchool),
  accessible: values.accessible === null ? null : values.accessible === 'yes',
  site: text(values.site),
  tutor: text(values.tutor),
  papers: values.papers as NonNullable<Input['papers']>,
  skills: values.skills,
  tasks: text(values.tasks),
  note: text(values.note),
})
