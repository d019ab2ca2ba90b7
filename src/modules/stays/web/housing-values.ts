import type { Call } from '#shared/endpoint.ts'
import type { housingsContract } from '../housings.contract.ts'
import type { HousingKind } from '../vetting.rules.ts'
import type { Housing } from './stays-answers.ts'

type Body = Call<(typeof housingsContract)['addHousing']>['body']

/** A housing as its form holds it: numbers as typed, what is empty as an empty text. */
export interface HousingValues extends Record<string, unknown> {
  name: string
  kind: HousingKind
  country: string | null
  town: string
  address: string
  latitude: number | string
  longitude: number | string
  contact: string
  phone: string
  email: string
  accessible: boolean
  pets: boolean
  smoking: boolean
  quiet: boolean
  dietKitchen: boolean
  vettedUntil: string
  vettingNote: string
  pricePerNight: number | string
  keys: string
  rules: string
  profile: string
  note: string
  rooms: { id: string | null; name: string; beds: number | string }[]
}

export const valuesOf = (housing: Housing | null, country: string | null = null): HousingValues => ({
  name: housing?.name ?? '',
  kind: housing?.kind ?? 'flat',
  country: housing ? housing.country : country,
  town: housing?.town ?? '',
  address: housing?.address ?? '',
  latitude: housing?.latitude ?? '',
  longitude: housing?.longitude ?? '',
  contact: housing?.contact ?? '',
  phone: housing?.phone ?? '',
  email: housing?.email ?? '',
  accessible: housing?.accessible ?? false,
  pets: housing?.pets ?? false,
  smoking: housing?.smoking ?? false,
  quiet: housing?.quiet ?? false,
  dietKitchen: housing?.dietKitchen ?? false,
  vettedUntil: housing?.vettedUntil ?? '',
  vettingNote: housing?.vettingNote ?? '',
  pricePerNight: housing?.pricePerNight ?? '',
  keys: housing?.keys ?? '',
  rules: housing?.rules ?? '',
  profile: housing?.profile ?? '',
  note: housing?.note ?? '',
  rooms: housing
    ? housing.rooms.map(({ id, name, beds }) => ({ id, name, beds: beds.length }))
    : [{ id: null, name: '1', beds: 2 }],
})

const number = (value: number | string): number | null => (value === '' ? null : Number(value))
const text = (value: string): string | null => value.trim() || null

export const bodyOf = (values: HousingValues): Body => ({
  ...values,
  country: values.country,
  town: text(values.town),
  address: text(values.address),
  latitude: number(values.latitude),
  longitude: number(values.longitude),
  contact: text(values.contact),
  phone: text(values.phone),
  email: text(values.email),
  vettedUntil: text(values.vettedUntil),
  vettingNote: text(values.vettingNote),
  pricePerNight: number(values.pricePerNight),
  keys: text(values.keys),
  rules: text(values.rules),
  profile: text(values.profile),
  note: text(values.note),
  rooms: values.rooms.map(({ id, name, beds }) => ({ id, name, beds: Number(beds || 0) })),
})

/** A name for the next room that none of these has. */
export function nextRoomName(rooms: readonly { name: string }[]): string {
  const names = new Set(rooms.map(({ name }) => name))
  let at = rooms.length + 1
  while (names.has(String(at))) at += 1
  return String(at)
}
