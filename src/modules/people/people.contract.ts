import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { pageOf, pageQuery } from '#shared/pages.ts'
import {
  guardianInput,
  historyItem,
  inOrganisation,
  matchItem,
  mergePreview,
  onePerson,
  personAnswer,
  personInput,
  personItem,
  yesNo,
} from './people.shapes.contract.ts'
import { personKinds } from './people.rules.ts'

const reading = { permission: 'people.read' } as const
const editing = { permission: 'people.edit' } as const
const tag = 'people'

export const peopleContract = endpoints({
  listPeople: {
    method: 'GET',
    path: '/organisations/:organisation/people',
    summary: 'The people whose files this organisation keeps, by family name',
    tag,
    audience: reading,
    params: inOrganisation,
    query: pageQuery.extend({
      search: z
        .string()
        .max(200)
        .optional()
        .describe('Parts of a name, an e-mail address or a student number'),
      kind: z.union([z.array(z.enum(personKinds)), z.enum(personKinds).transform((one) => [one])]).optional(),
      minor: yesNo.optional().describe('Only those who are minors today, or only those who are not'),
      withoutGuardian: yesNo.optional().describe('Only those without a guardian, or only those with one'),
    }),
    answer: pageOf(personItem),
  },
  findDuplicates: {
    method: 'GET',
    path: '/organisations/:organisation/people/duplicates',
    summary:
      'Files that may already be this person: by student number, e-mail address, or name and birth date',
    tag,
    audience: reading,
    params: inOrganisation,
    query: z.object({
      givenName: z.string().max(200).default(''),
      familyName: z.string().max(200).default(''),
      email: z.string().max(254).optional(),
      studentNumber: z.string().max(100).optional(),
      birthDate: z.iso.date().optional(),
      except: z.uuid().optional().describe('A file that is not meant'),
    }),
    answer: z.object({ items: z.array(matchItem) }),
  },
  readPerson: {
    method: 'GET',
    path: '/organisations/:organisation/people/:person',
    summary: 'One file, as far as this organisation may see it, with guardians and mobilities',
    tag,
    audience: reading,
    params: onePerson,
    answer: personAnswer,
  },
  readHistory: {
    method: 'GET',
    path: '/organisations/:organisation/people/:person/history',
    summary: 'Who changed what in a file, and when; newest first',
    tag,
    audience: reading,
    params: onePerson,
    query: pageQuery,
    answer: pageOf(historyItem),
  },
  createPerson: {
    method: 'POST',
    path: '/organisations/:organisation/people',
    summary: 'Opens a file for a person',
    tag,
    audience: editing,
    params: inOrganisation,
    body: personInput,
    answer: personAnswer,
    status: 201,
  },
  editPerson: {
    method: 'PATCH',
    path: '/organisations/:organisation/people/:person',
    summary: 'Changes fields of a file; edits of different fields merge',
    tag,
    audience: editing,
    params: onePerson,
    body: personInput.partial(),
    answer: personAnswer,
    versioned: true,
  },
  previewMerge: {
    method: 'GET',
    path: '/organisations/:organisation/people/:person/merge',
    summary: 'What merging another file into this one would do; nothing is changed',
    tag,
    audience: editing,
    params: onePerson,
    query: z.object({ other: z.uuid().describe('The file that would end') }),
    answer: mergePreview,
  },
  mergePeople: {
    method: 'POST',
    path: '/organisations/:organisation/people/:person/merge',
    summary: 'Makes two files of one person one: mobilities and guardians move here, the other file ends',
    tag,
    audience: editing,
    params: onePerson,
    body: z.object({ other: z.uuid().describe('The file that ends') }),
    answer: personAnswer,
  },
  addGuardian: {
    method: 'POST',
    path: '/organisations/:organisation/people/:person/guardians',
    summary: 'Gives a person a guardian: somebody new, or somebody whose file is here',
    tag,
    audience: editing,
    params: onePerson,
    body: guardianInput,
    answer: personAnswer,
    status: 201,
  },
  removeGuardian: {
    method: 'DELETE',
    path: '/organisations/:organisation/people/:person/guardians/:guardian',
    summary: 'Ends a guardianship; the guardian’s own file stays',
    tag,
    audience: editing,
    params: onePerson.extend({ guardian: z.uuid() }),
  },
})
