import type { TFunction } from 'i18next'

/** A tutor as a form holds them. */
export interface TutorValues {
  name: string
  phone: string
  email: string
}

export const noTutor: TutorValues = { name: '', phone: '', email: '' }

/** Lines in which nothing was typed are nobody. */
export const tutorsOf = (tutors: readonly TutorValues[]): TutorValues[] =>
  tutors.filter(({ name, phone, email }) => [name, phone, email].some((word) => word.trim()))

/** For a form's `validate`: whoever has a phone or an address has a name. */
export const tutorRules = (t: TFunction) => ({
  name: (name: string, { tutors }: { tutors: readonly TutorValues[] }, path: string) => {
    const tutor = tutors[Number(path.split('.')[1])]
    return tutor && !name.trim() && tutorsOf([tutor]).length > 0 ? t('companies:tutor.nameNeeded') : null
  },
})
