import type { Call } from '#shared/endpoint.ts'
import type { companiesContract } from '../companies.contract.ts'
import { siteWords, type Company } from './company-answers.ts'
import { tutorsOf, type TutorValues } from './tutor-values.ts'

type Body = Call<(typeof companiesContract)['saveCard']>['body']

/** A card as its form holds it: lists as lines, numbers as typed. */
export interface CardValues extends Record<string, unknown> {
  field: string | null
  occupations: string[]
  employees: number | string
  languages: string[]
  minimumAge: number | string
  mostTrainees: number | string
  employeesPerTrainee: number | string
  restDays: number | string
  rating: string | null
  accessible: string | null
  canteen: string | null
  protectiveEquipment: string
  insurance: string
  contractUntil: string
  lastVisit: string
  sites: string
  tutors: TutorValues[]
  note: string
}

const flag = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no')

export const valuesOf = ({ card }: Company): CardValues => ({
  field: card.field ?? '',
  occupations: card.occupations,
  employees: card.employees ?? '',
  languages: card.languages,
  minimumAge: card.minimumAge ?? '',
  mostTrainees: card.mostTrainees ?? '',
  employeesPerTrainee: card.employeesPerTrainee ?? '',
  restDays: card.restDays,
  rating: card.rating === null ? null : String(card.rating),
  accessible: flag(card.accessible),
  canteen: flag(card.canteen),
  protectiveEquipment: card.protectiveEquipment ?? '',
  insurance: card.insurance ?? '',
  contractUntil: card.contractUntil ?? '',
  lastVisit: card.lastVisit ?? '',
  sites: card.sites.map(siteWords).join('\n'),
  tutors: card.tutors,
  note: card.note ?? '',
})

const lines = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.split(',').map((part) => part.trim()))
    .filter(([first]) => first)

const number = (value: number | string): number | null => (value === '' ? null : Number(value))
const answer = (value: string | null): boolean | null => (value === null ? null : value === 'yes')

/** What the API is asked for; a line of a site is name, address, town. */
export const bodyOf = (values: CardValues, version: number): Body => ({
  version,
  field: values.field?.trim() || null,
  occupations: values.occupations,
  employees: number(values.employees),
  languages: values.languages,
  minimumAge: number(values.minimumAge),
  mostTrainees: number(values.mostTrainees),
  employeesPerTrainee: number(values.employeesPerTrainee),
  restDays: number(values.restDays) ?? 0,
  rating: values.rating === null ? null : Number(values.rating),
  accessible: answer(values.accessible),
  canteen: answer(values.canteen),
  protectiveEquipment: values.protectiveEquipment.trim() || null,
  insurance: values.insurance.trim() || null,
  contractUntil: values.contractUntil || null,
  lastVisit: values.lastVisit || null,
  sites: lines(values.sites).map((parts) => ({
    name: parts[0] ?? '',
    address: parts.slice(1, -1).join(', ') || (parts.length === 2 ? (parts[1] ?? '') : ''),
    town: parts.length > 2 ? (parts.at(-1) ?? '') : '',
  })),
  tutors: tutorsOf(values.tutors),
  note: values.note.trim() || null,
})
