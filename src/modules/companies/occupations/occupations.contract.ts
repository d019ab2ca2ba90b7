import { z } from 'zod'
import { endpoints } from '#shared/endpoint.ts'

const tag = 'companies'
const query = z.object({
  q: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(300).default(12),
})
const terms = z.object({
  items: z.array(z.object({ code: z.string(), label: z.string() })),
  source: z.string(),
})

export const occupationsContract = endpoints({
  occupations: {
    method: 'GET',
    path: '/occupations',
    summary: 'ESCO occupations whose names hold all the words asked for',
    tag,
    audience: 'anyone',
    query,
    answer: z.object({
      items: z.array(z.object({ uri: z.string(), isco: z.string(), label: z.string() })),
      source: z.string(),
    }),
  },
  fields: {
    method: 'GET',
    path: '/education-fields',
    summary: 'Fields of education and training (ISCED-F 2013) by code or words; all where nothing is asked',
    tag,
    audience: 'anyone',
    query,
    answer: terms,
  },
  skills: {
    method: 'GET',
    path: '/skill-groups',
    summary: 'ESCO skill groups whose names hold all the words asked for',
    tag,
    audience: 'anyone',
    query,
    answer: terms,
  },
})
