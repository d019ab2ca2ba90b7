import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'
import { ownPersonInput, personFields } from './people.shapes.contract.ts'

const ownPerson = z.object({ person: z.uuid() })

const answer = personFields.extend({
  id: z.string(),
  version: z.number().int(),
  relation: z
    .enum(['self', 'guardian'])
    .describe('Whether this is the own file or that of a minor in one’s care'),
  organisation: z.object({ id: z.string(), name: z.string() }).describe('Who keeps the file'),
  minor: z.boolean().nullable(),
  editable: z
    .array(z.string())
    .describe('The fields that one may change oneself; the others are the school’s'),
  missing: z.array(z.string()).describe('The fields that are needed and still empty'),
  checked: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
})

export const ownPeopleContract = endpoints({
  ownPeople: {
    method: 'GET',
    path: '/me/people',
    summary: 'The own files and those of minors in one’s care, to check and complete',
    tag: 'people',
    audience: 'person',
    answer: z.object({ items: z.array(answer) }),
  },
  editOwnPerson: {
    method: 'PATCH',
    path: '/me/people/:person',
    summary: 'Completes the own data, or those of a minor in one’s care',
    tag: 'people',
    audience: 'person',
    params: ownPerson,
    body: ownPersonInput,
    answer,
    versioned: true,
  },
  checkOwnPerson: {
    method: 'POST',
    path: '/me/people/:person/check',
    summary: 'Says that the data are complete and right',
    tag: 'people',
    audience: 'person',
    params: ownPerson,
    answer,
  },
})
