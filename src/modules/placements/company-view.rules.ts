/** Ages as a company sees them where its position asks for none: enough to know who comes, too little to know the birth date. */
export const ageBands = ['under-16', '16-17', '18-20', '21-25', '26-35', 'over-35'] as const
export type AgeBand = (typeof ageBands)[number]

export function ageBand(age: number): AgeBand {
  if (age < 16) return 'under-16'
  if (age < 18) return '16-17'
  if (age <= 20) return '18-20'
  if (age <= 25) return '21-25'
  return age <= 35 ? '26-35' : 'over-35'
}

export interface KnownProfile {
  givenName: string
  age: number | null
  school: string
  schoolTown: string | null
  schoolCountry: string | null
  field: string | null
  languages: { code: string; level: string }[]
  skills: string[]
  about: string | null
  hopes: string | null
  cvFileId: string | null
  cvName: string | null
}

/** A person as a company sees them: the age as a number only where the position has a minimum age. */
export function companyView(profile: KnownProfile, minimumAge: number | null) {
  const { age, cvFileId, ...rest } = profile
  return {
    ...rest,
    hasCv: cvFileId !== null,
    ageBand: age === null ? null : ageBand(age),
    age: minimumAge === null ? null : age,
  }
}
