import type { AnswerOf } from '#web/api/api.ts'

export const profileRead = 'GET /organisations/:organisation/mobilities/:mobility/placement-profile' as const
export type PlacementProfile = AnswerOf<typeof profileRead>
export type WishablePosition = PlacementProfile['positions'][number]

/** What any change to a profile makes old on the screen. */
export const profileReads = [
  profileRead,
  'GET /organisations/:organisation/mobilities/:mobility/company-profile',
  'GET /organisations/:organisation/mobilities/:mobility/room-needs',
  'GET /organisations/:organisation/mobilities/:mobility/events',
] as const

export interface ProfileValues extends Record<string, unknown> {
  field: string | null
  languages: PlacementProfile['languages']
  skills: string[]
  wishes: string[]
  wantedBy: string[]
  friends: string[]
  mostKilometres: number | string
  accessNeeds: boolean
}

/** A profile as its form holds it. */
export const valuesOf = (profile: PlacementProfile): ProfileValues => ({
  field: profile.field,
  languages: profile.languages,
  skills: profile.skills,
  wishes: profile.wishes,
  wantedBy: profile.wantedBy,
  friends: profile.friends,
  mostKilometres: profile.mostKilometres ?? '',
  accessNeeds: profile.accessNeeds,
})

/** What the API is sent of a form. */
export const inputOf = ({ field, mostKilometres, ...rest }: ProfileValues) => ({
  ...rest,
  field: field || null,
  mostKilometres: mostKilometres === '' ? null : Number(mostKilometres),
})
